import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

const FIELDS = `id code name state type amount currency quantity unit price
start end created updated region country city channel category temperature_class
priority score weight height volume owner source version comment reason`;

const words = (text: string) => text.split(/\s+/);
const TYPES = ['source-aligned', 'aggregate', 'consumer-aligned'];
const LIFECYCLES = ['production', 'production', 'experimental', 'deprecated'];
const CLASSES = ['public', 'internal', 'restricted', 'sensitive'];
const PERSONAS = ['analyst', 'scientist', 'application-developer', 'auditor'];

/**
 * Words that the organisation talks in. The more products, the more words, but
 * slower (about the root, as in all texts).
 */
function vocabulary(products: number, seed: number): string[] {
  const random = randomNumbers(seed);
  const syllables = words(
    'ba co de fi ga ho ju ka lo me ni or pa qui ra se ta ul ve wi xa yo zen',
  );
  const syllable = () => syllables[Math.floor(random() * syllables.length)];
  const found = new Set<string>();
  while (found.size < 10 * Math.sqrt(products)) {
    found.add(syllable() + syllable() + syllable());
  }
  return [...found];
}

/**
 * An organisation with so many data products, each with a contract, and the
 * teams, people, domains and components around them. The same every time.
 */
export function organisation(products: number): Entity[] {
  const random = randomNumbers(products);
  const pick = <T>(items: T[]): T => items[Math.floor(random() * items.length)];
  const nouns = vocabulary(products, 1);
  const aspects = vocabulary(products, 2);
  // Some words are far more common than others.
  const noun = () => nouns[Math.floor(random() ** 2 * nouns.length)];
  const aspectOf = () => aspects[Math.floor(random() ** 2 * aspects.length)];
  const teams = Math.max(5, Math.round(products / 20));
  const domains = Math.max(3, Math.round(products / 20));
  const team = () => `group:default/team-${Math.floor(random() * teams)}`;
  const productName = (i: number) => `product-${i}`;

  const range = <T>(count: number, make: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i));

  return [
    ...range(teams, i =>
      entity('Group', `team-${i}`, {
        type: 'team',
        profile: { displayName: `Team ${i}` },
        children: [],
      }),
    ),
    ...range(teams * 4, i =>
      entity('User', `person-${i}`, {
        profile: { displayName: `Person ${i}` },
        memberOf: [`team-${i % teams}`],
      }),
    ),
    ...range(domains, i =>
      entity('Domain', `domain-${i}`, { owner: team() }, `Domain ${i}`),
    ),
    ...range(Math.round(products / 4), i =>
      entity('Component', `component-${i}`, {
        type: 'service',
        lifecycle: 'production',
        owner: team(),
      }),
    ),
    ...range(products, i =>
      entity('API', `contract-${i}`, {
        type: 'odcs',
        lifecycle: 'production',
        owner: team(),
        definition: contract(
          i,
          range(6 + Math.floor(random() * 15), () => {
            const field = `${noun()}_${pick(words(FIELDS))}`;
            return field;
          }),
        ),
      }),
    ),
    ...range(products, i => {
      const subject = noun();
      const aspect = aspectOf();
      const inputs = i > 10 ? range(Math.floor(random() * 3), () => i) : [];
      return {
        ...entity(
          'DataProduct',
          productName(i),
          {
            owner: team(),
            productOwner: `user:default/person-${Math.floor(
              random() * teams * 4,
            )}`,
            lifecycle: pick(LIFECYCLES),
            type: pick(TYPES),
            classification: pick(CLASSES),
            domain: `domain-${Math.floor(random() * domains)}`,
            version: '1.0.0',
            purpose: `The ${aspect} of each ${subject}, to plan ${noun()} and to watch ${aspectOf()}.`,
            personas: [pick(PERSONAS)],
            outputPorts: [
              {
                name: 'table',
                version: '1.0.0',
                type: pick(['sql', 'stream', 'api', 'file']),
                location: `WAREHOUSE.${subject}_${aspect}_${i}`.toUpperCase(),
                contract: { ref: `api:default/contract-${i}` },
              },
            ],
            inputPorts: inputs.map((_, n) => ({
              name: `in-${n}`,
              contract: {
                ref: `api:default/contract-${Math.floor(random() * i)}`,
              },
            })),
            consumers: range(Math.floor(random() * 4), () => ({
              ref: team(),
              purpose: 'Weekly planning',
              state: random() < 0.8 ? 'active' : 'intended',
            })),
          },
          `${capital(subject)} ${aspect} ${i}`,
        ),
        apiVersion: 'backstage-data-mesh.io/v1alpha1',
      };
    }),
  ];
}

/** Texts that people would search for: what a product is called. */
export function searches(entities: readonly Entity[], count: number): string[] {
  const titles = entities
    .filter(({ kind }) => kind === 'DataProduct')
    .map(({ metadata }) => metadata.title ?? '');
  const random = randomNumbers(count);
  return Array.from({ length: count }, (_, i) => {
    const title = titles[Math.floor(random() * titles.length)];
    return title
      .split(' ')
      .slice(0, 1 + (i % 2))
      .join(' ');
  });
}

function entity(
  kind: string,
  name: string,
  spec: JsonObject,
  title?: string,
): Entity {
  const location = 'url:https://bench.example.com/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      ...(title && { title }),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec,
  };
}

function contract(number: number, fields: string[]): string {
  return [
    'apiVersion: v3.1.0',
    'kind: DataContract',
    `id: contract-${number}`,
    `name: Contract ${number}`,
    'version: 1.0.0',
    'status: active',
    'schema:',
    '  - name: rows',
    '    physicalType: table',
    '    properties:',
    ...[...new Set(fields)].flatMap((field, i) => [
      `      - name: ${field}`,
      '        logicalType: string',
      `        required: ${i < 3}`,
      `        description: The ${field.replace('_', ' ')} of the row`,
    ]),
    'slaProperties:',
    '  - property: latency',
    '    value: 4',
    '    unit: h',
    '',
  ].join('\n');
}

function capital(word: string): string {
  return word[0].toLocaleUpperCase('en-US') + word.slice(1);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  /* eslint-disable no-bitwise */
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  /* eslint-enable no-bitwise */
}
