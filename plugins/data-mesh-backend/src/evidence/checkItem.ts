import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EvidenceItem,
  evidenceItemSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  checkEvidenceValue,
  evidenceKeys,
  EvidenceWay,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Word } from './foldEvidence';

/** The longest value, in characters of JSON. */
export const LONGEST_VALUE = 2000;

const DAY = 24 * 60 * 60 * 1000;

/** What an item is held against. */
export type ItemRules = {
  way: EvidenceWay;
  now: Date;
  /** The kinds of entities of which rules in force ask for an answer. */
  answerKinds: ReadonlyMap<string, ReadonlySet<string>>;
};

export type CheckedItem =
  | { word: Word; problem?: undefined }
  | { word?: undefined; problem: string };

/**
 * Reads one item of evidence, all but whether its entity is known. Times
 * become UTC; a day is its first moment.
 */
export function checkItem(item: unknown, rules: ItemRules): CheckedItem {
  const read = evidenceItemSchema.safeParse(item);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
    );
    return { problem: `${problems.join('; ')}.` };
  }
  const { note, link } = read.data;
  const entity = readRef(read.data.entityRef);
  const observedAt = toUtc(read.data.observedAt);
  const expiresAt = toUtc(read.data.expiresAt);
  const source = readSource(read.data.source, rules.way);
  const problem =
    source.problem ??
    checkKey(read.data, entity, rules) ??
    checkTimes(observedAt, expiresAt, rules.now);
  if (problem !== undefined || !entity) {
    return { problem: problem ?? noEntityRef(read.data.entityRef) };
  }
  return {
    word: {
      entityRef: stringifyEntityRef(entity),
      key: read.data.key,
      source: source.name,
      way: rules.way,
      value: read.data.value,
      observedAt,
      ...(expiresAt !== undefined && { expiresAt }),
      ...(note && { note }),
      ...(link && { link }),
    },
  };
}

/** The words for an entity that is not there, or that one may not see. */
export function noSuchEntity(ref: string): string {
  return `entityRef: there is no ${ref}.`;
}

/** The kind of entity that a key is about, in lower case. */
function kindsOf(
  key: string,
  { answerKinds }: Pick<ItemRules, 'answerKinds'>,
): ReadonlySet<string> {
  if (Object.hasOwn(evidenceKeys, key)) {
    const { subject } = evidenceKeys[key as keyof typeof evidenceKeys];
    return new Set([subject.toLocaleLowerCase('en-US')]);
  }
  return answerKinds.get(key) ?? new Set();
}

function checkKey(
  { entityRef, key, value }: EvidenceItem,
  entity: CompoundEntityRef | undefined,
  rules: ItemRules,
): string | undefined {
  const size = JSON.stringify(value ?? null).length;
  if (size > LONGEST_VALUE) {
    return `value: it has ${size} characters as JSON; at most ${LONGEST_VALUE} are taken.`;
  }
  const misfit = checkEvidenceValue(key, value);
  if (misfit !== undefined) {
    return misfit;
  }
  const kinds = kindsOf(key, rules);
  if (kinds.size === 0) {
    return `key: no rule in force asks for “${key}”.`;
  }
  if (!entity) {
    return noEntityRef(entityRef);
  }
  if (!kinds.has(entity.kind)) {
    return `entityRef: “${key}” is about an entity of kind ${[...kinds].join(
      ' or ',
    )}, not ${entity.kind}.`;
  }
  return undefined;
}

function checkTimes(
  observedAt: string,
  expiresAt: string | undefined,
  now: Date,
): string | undefined {
  const tomorrow = new Date(now.getTime() + DAY).toISOString().slice(0, 10);
  if (observedAt.slice(0, 10) > tomorrow) {
    return `observedAt: ${observedAt} is in the future.`;
  }
  if (expiresAt && expiresAt.slice(0, 10) < observedAt.slice(0, 10)) {
    return `expiresAt: ${expiresAt} is before observedAt, ${observedAt}.`;
  }
  return undefined;
}

/** What a person says is kept under their ref, which nobody else may use. */
function readSource(
  source: string,
  way: EvidenceWay,
): { name: string; problem?: string } {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\ud800-\udfff]/u.test(source)) {
    return refuse('source: it has characters that cannot be shown.');
  }
  if (way !== 'portal') {
    return /^user:/i.test(source)
      ? refuse(
          'source: “user:” stands for what people say in the portal; name the pipeline or tool.',
        )
      : { name: source };
  }
  const person = readRef(source);
  return person?.kind === 'user'
    ? { name: stringifyEntityRef(person) }
    : refuse(
        'source: what a person said needs the ref of the person, such as user:default/ann.',
      );
}

function refuse(problem: string): { name: string; problem: string } {
  return { name: '', problem };
}

function noEntityRef(text: string): string {
  return `entityRef: “${text}” is no entity ref; write it like dataproduct:default/orders.`;
}

function readRef(text: string): CompoundEntityRef | undefined {
  try {
    const ref = parseEntityRef(text, { defaultNamespace: 'default' });
    return { ...ref, kind: ref.kind.toLocaleLowerCase('en-US') };
  } catch {
    return undefined;
  }
}

/** The schema has found that it is a time. */
function toUtc(time: string): string;
function toUtc(time: string | undefined): string | undefined;
function toUtc(time: string | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
