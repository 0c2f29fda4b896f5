import { JsonObject } from '@backstage/types';
import { OutputPortDraft } from '../DataProductDraft';
import {
  changeKeys,
  listOf,
  objectsIn,
  partOf,
  textOf,
  withKey,
  withPart,
} from '../json';
import { fullRef } from '../refs';
import { OUTPUT_PORT_KEYS, SPEC_KEYS } from './order';
import { matchItems, reconcile } from './reconcile';

const ANSWERS = [
  'name',
  'title',
  'description',
  'version',
  'type',
  'platform',
  'location',
];

const KEYS: ((port: Partial<OutputPortDraft>) => string | undefined)[] = [
  ({ name, version }) => name && JSON.stringify([name, version]),
  ({ name, contract }) => contract?.ref && JSON.stringify([name, contract.ref]),
  ({ name }) => name,
  ({ contract }) => contract?.ref,
];

/** The version of a port that says none. */
export const FIRST_VERSION = '1.0.0';

/**
 * The output ports of a data product, as answers; of a contract only its ref.
 */
export function readOutputPorts(
  spec: JsonObject,
  namespace?: string,
): Partial<OutputPortDraft>[] {
  return objectsIn(spec.outputPorts).map(port => readPort(port, namespace));
}

function readPort(
  port: JsonObject,
  namespace?: string,
): Partial<OutputPortDraft> {
  const ref = contractRefOf(port, namespace);
  return {
    ...Object.fromEntries(ANSWERS.map(key => [key, textOf(port[key])])),
    contract: ref ? { ref, objects: [] } : undefined,
  };
}

/** The contract that a written port names, in full. */
export function contractRefOf(
  port: JsonObject,
  namespace?: string,
): string | undefined {
  return fullRef(textOf(partOf(port, 'contract').ref), 'contract', namespace);
}

/** Which port was which before the change; -1 for new ones. */
export function matchOutputPorts(
  before: readonly OutputPortDraft[],
  after: readonly OutputPortDraft[],
): number[] {
  return matchItems<Partial<OutputPortDraft>>(before, after, KEYS);
}

/**
 * Brings the output ports in line with the answers, in which every contract
 * has its ref.
 */
export function changeOutputPorts(
  spec: JsonObject,
  before: readonly OutputPortDraft[] | undefined,
  after: readonly OutputPortDraft[] | undefined,
): JsonObject {
  const ports = reconcile<OutputPortDraft>(
    listOf(spec, 'outputPorts'),
    before,
    after,
    { written: port => readPort(port), keys: KEYS, change: changePort },
  );
  return withPart(spec, 'outputPorts', ports, SPEC_KEYS);
}

function changePort(
  raw: JsonObject,
  before: OutputPortDraft | undefined,
  after: OutputPortDraft,
): JsonObject {
  const answers = before
    ? after
    : { ...after, version: after.version ?? FIRST_VERSION };
  const port = changeKeys(raw, before, answers, ANSWERS, OUTPUT_PORT_KEYS);
  const was = before?.contract?.ref;
  const is = after.contract?.ref;
  if (was !== is) {
    // What else is said about it was said about the contract before.
    const contract: JsonObject = is ? { ref: is } : {};
    return withPart(port, 'contract', contract, OUTPUT_PORT_KEYS);
  }
  const contract = partOf(port, 'contract');
  const follows =
    contract.version !== undefined &&
    before?.version !== after.version &&
    contract.version === before?.version;
  return follows
    ? withKey(
        port,
        'contract',
        withKey(contract, 'version', after.version, []),
        OUTPUT_PORT_KEYS,
      )
    : port;
}
