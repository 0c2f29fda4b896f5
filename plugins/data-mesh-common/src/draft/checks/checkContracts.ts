import { DraftProblem, OutputPortDraft } from '../DataProductDraft';
import { changeContract, newContract } from '../mapping/contract';
import { normalizeDraft } from '../normalizeDraft';
import { stringifyYaml } from '../yaml/stringifyYaml';
import {
  AnswerPath,
  Answers,
  entriesOf,
  groupOf,
  quoted,
} from './DraftProblems';

/** Deeper nesting is not read back. */
const MAX_NESTING = 20;

/** Leaves room for promises below the 1 MiB up to which contracts are read. */
const MAX_BYTES = 800 * 1024;

/** Answers in characters that need no closer look. */
const SMALL = 100_000;

/** Contracts in which things are there twice, inside out, or too large. */
export function* checkContracts(answers: Answers): Generator<DraftProblem> {
  for (const [i, port] of entriesOf(answers.outputPorts)) {
    const contract = groupOf(port.contract);
    const path: AnswerPath = ['outputPorts', i, 'contract'];
    const objects = entriesOf(contract.objects);
    if (contract.description && !contract.ref && objects.length === 0) {
      yield {
        path: [...path, 'objects'],
        message:
          'Add a table, topic or file to the contract, or leave the contract for later.',
      };
    }
    yield* checkTwice(objects, [...path, 'objects'], 'This contract');
    for (const [j, object] of objects) {
      yield* checkFields(object, [...path, 'objects', j], 1);
    }
    if (isTooLarge(port)) {
      yield {
        path: [...path, 'objects'],
        message:
          'This is more than one contract can hold. Split it over several output ports.',
      };
    }
  }
}

function* checkFields(
  parent: Answers,
  path: AnswerPath,
  level: number,
): Generator<DraftProblem> {
  const fields = entriesOf(parent.fields);
  if (level > MAX_NESTING && fields.length) {
    yield {
      path: [...path, 'fields'],
      message: `Fields can be inside of fields up to ${MAX_NESTING} times. Remove what is further inside.`,
    };
    return;
  }
  yield* checkTwice(fields, [...path, 'fields'], quoted(parent.name));
  for (const [i, field] of fields) {
    const at = [...path, 'fields', i];
    yield* checkInside(field, at);
    yield* checkFields(field, at, level + 1);
  }
}

function* checkInside(
  { type, name, fields, itemType }: Answers,
  path: AnswerPath,
): Generator<DraftProblem> {
  const hasFields = entriesOf(fields).length > 0;
  if (hasFields && type !== 'object' && type !== 'array') {
    yield {
      path: [...path, 'fields'],
      message: `${quoted(
        name,
      )} has fields inside. Make it an object or an array, or remove them.`,
    };
  } else if (hasFields && itemType !== undefined && itemType !== 'object') {
    yield {
      path: [...path, 'itemType'],
      message: `What is in ${quoted(
        name,
      )} has fields. Make it objects, or remove the fields.`,
    };
  } else if (itemType !== undefined && type !== 'array') {
    yield {
      path: [...path, 'itemType'],
      message: `Only an array has items. Make ${quoted(
        name,
      )} an array, or remove the type of its items.`,
    };
  }
}

function* checkTwice(
  items: [number, Answers][],
  path: AnswerPath,
  where: string,
): Generator<DraftProblem> {
  const seen = new Set<unknown>();
  for (const [i, { name }] of items) {
    if (name !== undefined && seen.has(name)) {
      yield {
        path: [...path, i, 'name'],
        message: `${where} has ${quoted(
          name,
        )} already. Give this one another name, or remove it.`,
      };
    }
    seen.add(name);
  }
}

function isTooLarge(port: Answers): boolean {
  if ((JSON.stringify(port) ?? '').length < SMALL) {
    return false;
  }
  const [normalized]: OutputPortDraft[] =
    normalizeDraft({ outputPorts: [port] }).outputPorts ?? [];
  const contract = normalized?.contract;
  const text =
    contract &&
    stringifyYaml(changeContract(newContract('id'), undefined, contract));
  return new TextEncoder().encode(text).length > MAX_BYTES;
}
