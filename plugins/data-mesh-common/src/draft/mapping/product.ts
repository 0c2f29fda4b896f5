import { JsonObject } from '@backstage/types';
import {
  dataClassifications,
  DataProductDraft,
  dataProductTypes,
} from '../DataProductDraft';
import {
  changeKeys,
  listOf,
  objectsIn,
  partOf,
  textOf,
  withKey,
  withPart,
} from '../json';
import { DataProductAnswers } from '../normalizeDraft';
import { fullRef } from '../refs';
import { METADATA_KEYS, SPEC_KEYS } from './order';
import { changeInputPorts, readInputPorts } from './inputPorts';
import { reconcile } from './reconcile';

type Support = NonNullable<DataProductDraft['support']>[number];

/** Answers that stand in `spec` under their own names. */
const PLAIN = [
  'type',
  'owner',
  'productOwner',
  'domain',
  'purpose',
  'usage',
  'classification',
  'containsPii',
  'inputs',
  'initiatives',
];

const LIFECYCLES = ['candidate', 'experimental', 'production'] as const;
const ACCESS_KEYS = ['howTo', 'url', 'approver', 'default'];
const PRIVACY_KEYS = ['retention', 'legalBasis', 'masking'];
const SUPPORT_KEYS = ['channel', 'url', 'tool'];

/** The answers in a data product, without its output ports and promises. */
export function readProduct(product: JsonObject): Record<string, unknown> {
  const metadata = partOf(product, 'metadata');
  const spec = partOf(product, 'spec');
  const namespace = textOf(metadata.namespace);
  const consumer = intendedConsumer(spec);
  const lifecycle = LIFECYCLES.find(word => word === spec.lifecycle);
  const hasPorts = objectsIn(spec.outputPorts).length > 0;
  const access = partOf(spec, 'access');
  return {
    ...pick(spec, PLAIN),
    type: dataProductTypes.find(type => type === spec.type),
    classification: dataClassifications.find(
      word => word === spec.classification,
    ),
    domain: fullRef(textOf(spec.domain), 'domain', namespace),
    owner: fullRef(textOf(spec.owner), 'owner', namespace),
    productOwner: fullRef(textOf(spec.productOwner), 'productOwner', namespace),
    name: textOf(metadata.name),
    title: textOf(metadata.title),
    consumer: fullRef(textOf(consumer?.ref), 'consumer', namespace),
    // Without ports it is a candidate whatever the answer.
    lifecycle: lifecycle === 'candidate' && !hasPorts ? undefined : lifecycle,
    initiatives: listOf(spec, 'initiatives').map(textOf).filter(Boolean),
    inputPorts: readInputPorts(spec, namespace),
    privacy: pick(partOf(spec, 'privacy'), PRIVACY_KEYS),
    access: {
      ...pick(access, ACCESS_KEYS),
      approver: fullRef(textOf(access.approver), 'approver', namespace),
    },
    support: objectsIn(spec.support).map(readSupport),
  };
}

/** How far the product is by the answers. */
export function lifecycleOf(answers: DataProductAnswers): string {
  return answers.outputPorts?.length
    ? answers.lifecycle ?? 'experimental'
    : 'candidate';
}

/** Brings all but output ports and promises in line with the answers. */
export function changeProduct(
  product: JsonObject,
  before: DataProductAnswers,
  after: DataProductAnswers,
): JsonObject {
  const metadata = changeKeys(
    partOf(product, 'metadata'),
    before,
    after,
    ['title'],
    METADATA_KEYS,
  );
  let spec = changeKeys(
    partOf(product, 'spec'),
    before,
    after,
    PLAIN,
    SPEC_KEYS,
  );
  spec = changeLifecycle(spec, before, after);
  spec = changeInputPorts(spec, before.inputPorts, after.inputPorts);
  spec = changeConsumer(spec, before, after);
  for (const [key, keys] of [
    ['access', ACCESS_KEYS],
    ['privacy', PRIVACY_KEYS],
  ] as const) {
    const part = changeKeys(partOf(spec, key), before[key], after[key], keys);
    spec = withPart(spec, key, part, SPEC_KEYS);
  }
  const support = reconcile<Support>(
    listOf(spec, 'support'),
    before.support,
    after.support,
    {
      written: readSupport as (raw: JsonObject) => Partial<Support>,
      keys: [({ channel }) => channel],
      change: (raw, was, is) => changeKeys(raw, was, is, SUPPORT_KEYS),
    },
  );
  spec = withPart(spec, 'support', support, SPEC_KEYS);
  return { ...product, metadata, spec };
}

function changeLifecycle(
  spec: JsonObject,
  before: DataProductAnswers,
  after: DataProductAnswers,
): JsonObject {
  const known = LIFECYCLES.some(word => word === spec.lifecycle);
  if (spec.lifecycle !== undefined && !known && !after.lifecycle) {
    return spec;
  }
  const same =
    spec.lifecycle !== undefined &&
    before.lifecycle === after.lifecycle &&
    lifecycleOf(before) === lifecycleOf(after);
  return same
    ? spec
    : withKey(spec, 'lifecycle', lifecycleOf(after), SPEC_KEYS);
}

/** The first one that means to use the product; there may be others. */
function intendedConsumer(spec: JsonObject): JsonObject | undefined {
  return objectsIn(spec.consumers).find(({ state }) => state === 'intended');
}

function changeConsumer(
  spec: JsonObject,
  before: DataProductAnswers,
  after: DataProductAnswers,
): JsonObject {
  const consumers = listOf(spec, 'consumers');
  const there = before.consumer ? intendedConsumer(spec) : undefined;
  const { consumer: ref, usage: purpose } = after;
  if (!there) {
    return ref
      ? withPart(
          spec,
          'consumers',
          [
            ...consumers,
            { ref, ...(purpose && { purpose }), state: 'intended' },
          ],
          SPEC_KEYS,
        )
      : spec;
  }
  if (!ref) {
    const others = consumers.filter(other => other !== there);
    return withPart(spec, 'consumers', others, SPEC_KEYS);
  }
  // What they use it for is the same answer, unless somebody wrote another.
  const follows = textOf(there.purpose) === before.usage;
  const keys = ['ref', 'purpose', 'state'];
  const is = changeKeys(
    there,
    { ref: before.consumer, purpose: before.usage },
    { ref, purpose: follows ? purpose : before.usage },
    ['ref', 'purpose'],
    keys,
  );
  return is === there
    ? spec
    : withKey(
        spec,
        'consumers',
        consumers.map(other => (other === there ? is : other)),
        SPEC_KEYS,
      );
}

function readSupport(support: JsonObject) {
  return pick(support, SUPPORT_KEYS);
}

function pick(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys
      .filter(key => Object.hasOwn(object, key))
      .map(key => [key, object[key]]),
  );
}
