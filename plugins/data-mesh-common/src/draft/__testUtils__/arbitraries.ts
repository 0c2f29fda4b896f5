import fc from 'fast-check';
import { ContractObjectDraft, FieldDraft, fieldTypes } from '../ContractDraft';
import {
  dataClassifications,
  DataProductDraft,
  dataProductTypes,
  InputPortDraft,
  OutputPortDraft,
} from '../DataProductDraft';

/** What YAML, templates and JavaScript might take for something else. */
const HOSTILE = [
  '${{ parameters.name }}',
  '{{ 7*7 }}',
  '$text: ./secret',
  '$json',
  '__proto__',
  'constructor',
  'null',
  '~',
  'yes',
  'No',
  'true',
  '0x1F',
  '1e3',
  '.inf',
  '1.0',
  '010',
  '2026-01-01',
  '12:30:45',
  '- a',
  '? b',
  '&anchor',
  '*alias',
  '!!binary abc',
  '|',
  '>-',
  '%YAML 1.2',
  '---',
  '...',
  '# comment',
  'a: b',
  'a #b',
  '[x, y]',
  '{x: y}',
  "it's",
  '"',
  '\\n',
  '@at',
  '`tick`',
  'first\nsecond',
  'a\n\n  b\n c',
  'a\n---\nb',
  'a\n\tb',
  'a\r\nb',
  'a\u0001b\u007f',
  'a\u0085b\u2028c\ufeffd',
  'a   b    c',
  '😀 þ ß 漢字 \u202e',
  'x'.repeat(300),
  'long words '.repeat(40).trim(),
];

/** Text of all kinds, as the schema of a draft has it after trimming. */
export function text(maxLength: number) {
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
      { weight: 1, arbitrary: fc.lorem({ maxCount: 60 }) },
    )
    .map(value => value.replaceAll('\u0000', '').slice(0, maxLength))
    .map(value => value.replace(/[\ud800-\udfff]/gu, '').trim())
    .filter(value => value !== '');
}

const name = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,3}$/);

function ref(kind: string) {
  return name.map(value => `${kind}:default/${value}`);
}

function optional<T extends object>(model: {
  [K in keyof T]: fc.Arbitrary<T[K]>;
}) {
  return fc.record(model, { requiredKeys: [] });
}

function unique<T>(
  arbitrary: fc.Arbitrary<T>,
  selector: (item: T) => unknown,
  maxLength: number,
  minLength = 1,
) {
  return fc.uniqueArray(arbitrary, { selector, minLength, maxLength });
}

const scalarTypes = fieldTypes.filter(
  type => type !== 'object' && type !== 'array',
);

const details = {
  physicalType: text(255),
  description: text(2000),
  required: fc.boolean(),
  unique: fc.boolean(),
  primaryKey: fc.boolean(),
  classification: text(255),
};

const { field } = fc.letrec<{ field: FieldDraft; fields: FieldDraft[] }>(
  tie => ({
    fields: unique(tie('field'), item => item.name, 3),
    field: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .tuple(
          fc.record({ name: text(255), type: fc.constantFrom(...scalarTypes) }),
          optional(details),
        )
        .map(([a, b]) => ({ ...a, ...b })),
      fc
        .tuple(
          fc.record({ name: text(255), type: fc.constant('array' as const) }),
          optional({ ...details, itemType: fc.constantFrom(...fieldTypes) }),
        )
        .map(([a, b]) => ({ ...a, ...b })),
      fc
        .tuple(
          fc.record({
            name: text(255),
            type: fc.constantFrom('object' as const, 'array' as const),
            fields: tie('fields'),
          }),
          optional(details),
        )
        .map(([a, b]) => ({ ...a, ...b })),
    ),
  }),
);

export const contractObject: fc.Arbitrary<ContractObjectDraft> = fc
  .tuple(
    fc.record({
      name: text(255),
      fields: unique(field, item => item.name, 4, 0),
    }),
    optional({
      physicalName: text(255),
      physicalType: text(255),
      description: text(2000),
    }),
  )
  .map(([a, b]) => ({ ...a, ...b }));

const contract = fc
  .tuple(
    fc.record({ objects: unique(contractObject, item => item.name, 2) }),
    optional({ description: text(2000) }),
  )
  .map(([a, b]) => ({ ...a, ...b }));

const version = fc.constantFrom('1.0.0', '2.1.0', '0.1', 'v3', 'latest');

export const outputPort: fc.Arbitrary<OutputPortDraft> = fc
  .tuple(
    fc.record({ name: text(255) }),
    optional({
      title: text(255),
      description: text(2000),
      version,
      type: text(255),
      platform: text(255),
      location: text(2000),
      contract,
    }),
  )
  .map(([a, b]) => ({ ...a, ...b }));

export const inputPort: fc.Arbitrary<InputPortDraft> = fc
  .tuple(
    fc.record({ name: text(255), externalSource: text(2000) }),
    optional({
      source: ref('dataproduct'),
      sourcePort: text(255),
      contract: ref('api'),
      version,
    }),
  )
  .map(([a, b]) => ({ ...a, ...b }));

const amount = fc.oneof(
  fc.integer({ min: 1, max: 1000 }),
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
);

const promises = optional({
  freshness: fc.record({
    value: amount,
    unit: fc.constantFrom('min' as const, 'h' as const, 'd' as const),
  }),
  availability: fc.double({ min: 1e-9, max: 100, noNaN: true }),
  retention: fc.record({
    value: amount,
    unit: fc.constantFrom('d' as const, 'm' as const, 'y' as const),
  }),
  quality: unique(text(2000), item => item, 3),
});

const url = fc.constantFrom(
  'https://a.example/?q=a b#c',
  'mailto:a@b.example',
  'http://x.example/%7B',
);

/** Any draft that `checkDraft` lets pass. */
export const draft: fc.Arbitrary<DataProductDraft> = fc
  .tuple(
    fc.record({
      usage: text(2000),
      purpose: text(400),
      name,
      domain: ref('domain'),
      owner: ref('group'),
      productOwner: ref('user'),
      privacy: fc.record({ retention: text(2000), legalBasis: text(2000) }),
    }),
    optional({
      title: text(255),
      consumer: ref('group'),
      initiatives: unique(text(255), item => item, 3),
      lifecycle: fc.constantFrom(
        'candidate' as const,
        'experimental' as const,
        'production' as const,
      ),
      type: fc.constantFrom(...dataProductTypes),
      inputPorts: unique(inputPort, item => item.name, 3),
      outputPorts: unique(outputPort, item => item.name, 3),
      promises,
      classification: fc.constantFrom(...dataClassifications),
      containsPii: fc.boolean(),
      access: optional({
        default: fc.constantFrom('closed' as const, 'open' as const),
        howTo: text(2000),
        url,
        approver: ref('user'),
      }),
      support: unique(
        fc
          .tuple(
            fc.record({ channel: text(255) }),
            optional({ url, tool: text(255) }),
          )
          .map(([a, b]) => ({ ...a, ...b })),
        item => item.channel,
        3,
      ),
    }),
  )
  .map(([six, rest]) => ({ ...six, ...rest }));
