import { JsonObject } from '@backstage/types';
import { OutputPortDraft } from '../DataProductDraft';
import {
  changeKeys,
  isObject,
  listOf,
  textOf,
  withKey,
  withPart,
} from '../json';
import { DataProductAnswers } from '../normalizeDraft';
import { nameOfRef } from '../refs';
import { changeObjects, readObjects } from './fields';
import { CONTRACT_KEYS } from './order';
import { FIRST_VERSION } from './outputPorts';
import { lifecycleOf } from './product';
import { changeLevels, Promises, readLevels } from './promises';
import { changeStatements, readStatements } from './statements';

/** The contract of a port as a person drafts it. */
export type PortContractDraft = NonNullable<OutputPortDraft['contract']>;

/** What a contract repeats of its product and port. */
export type ContractHeader = {
  name?: string;
  version?: string;
  status: string;
  domain?: string;
};

/** The standard that new contracts follow. */
const ODCS_VERSION = 'v3.1.0';

/** A contract before anything is said in it. */
export function newContract(id: string): JsonObject {
  return { apiVersion: ODCS_VERSION, kind: 'DataContract', id };
}

/** The part of a contract that is drafted with its port. */
export function readContract(
  contract: JsonObject,
): Omit<PortContractDraft, 'ref'> {
  const { description } = contract;
  return {
    description: isObject(description)
      ? textOf(description.purpose)
      : textOf(description),
    objects: readObjects(contract),
  };
}

/** What a contract repeats of its product and of its port, by the answers. */
export function headerOf(
  answers: DataProductAnswers,
  port: OutputPortDraft | undefined,
): ContractHeader {
  return {
    name: port?.title,
    version: port && (port.version ?? FIRST_VERSION),
    status: lifecycleOf(answers) === 'production' ? 'active' : 'draft',
    domain: answers.domain && nameOfRef(answers.domain),
  };
}

/** Changes what still says what it said before; the rest is its own. */
export function changeHeader(
  contract: JsonObject,
  before: ContractHeader | undefined,
  after: ContractHeader,
): JsonObject {
  const keys = (['name', 'version', 'status', 'domain'] as const).filter(
    key => contract[key] === before?.[key] && after[key] !== undefined,
  );
  return changeKeys(contract, before, after, keys, CONTRACT_KEYS);
}

/** Brings schema and description in line with the answers. */
export function changeContract(
  contract: JsonObject,
  before: PortContractDraft | undefined,
  after: PortContractDraft,
): JsonObject {
  const changed =
    before?.description === after.description
      ? contract
      : changeDescription(contract, after.description);
  return changeObjects(changed, before?.objects, after.objects, CONTRACT_KEYS);
}

function changeDescription(
  contract: JsonObject,
  purpose: string | undefined,
): JsonObject {
  const { description } = contract;
  // Older files have a plain text there.
  const part: JsonObject = isObject(description) ? description : {};
  return withPart(
    contract,
    'description',
    withKey(part, 'purpose', purpose, ['purpose', 'usage', 'limitations']),
    CONTRACT_KEYS,
  );
}

/** What a contract promises, as far as a draft can say it. */
export function readContractPromises(contract: JsonObject): Promises {
  return {
    ...readLevels(contract.slaProperties),
    quality: readStatements(contract),
  };
}

/**
 * Brings the promises of a contract in line with the answers.
 *
 * @param original - the contract before any change, if there was one
 */
export function changeContractPromises(
  contract: JsonObject,
  original: JsonObject | undefined,
  before: Promises | undefined,
  after: Promises | undefined,
): JsonObject {
  const levels = changeLevels(listOf(contract, 'slaProperties'), before, after);
  return changeStatements(
    withPart(contract, 'slaProperties', levels, CONTRACT_KEYS),
    original,
    before?.quality ?? [],
    after?.quality ?? [],
  );
}
