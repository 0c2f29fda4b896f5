import { readContractSource } from './readContractSource';

const read = (text: string) => readContractSource({ format: 'json', text });
const readValue = (value: unknown) => read(JSON.stringify(value));

it('reads objects in objects and in lists', async () => {
  const { objects, notRead } = await readValue({
    id: 1,
    price: 1.5,
    open: true,
    day: '2026-01-31',
    at: '2026-01-31T10:00:00.000Z',
    zip: '01234',
    owner: { name: 'x', address: { city: 'y' } },
    tags: ['a', 'b'],
    none: [],
    matrix: [[1], [2]],
    lines: [
      { sku: 'a', qty: 1 },
      { sku: 'b', gift: false },
    ],
  });
  expect(notRead).toEqual([]);
  expect(objects).toEqual([
    {
      name: 'data',
      fields: [
        { name: 'id', type: 'integer' },
        { name: 'price', type: 'number' },
        { name: 'open', type: 'boolean' },
        { name: 'day', type: 'date' },
        { name: 'at', type: 'timestamp' },
        { name: 'zip', type: 'string' },
        {
          name: 'owner',
          type: 'object',
          fields: [
            { name: 'name', type: 'string' },
            {
              name: 'address',
              type: 'object',
              fields: [{ name: 'city', type: 'string' }],
            },
          ],
        },
        { name: 'tags', type: 'array', itemType: 'string' },
        { name: 'none', type: 'array' },
        { name: 'matrix', type: 'array', itemType: 'array' },
        {
          name: 'lines',
          type: 'array',
          fields: [
            { name: 'sku', type: 'string' },
            { name: 'qty', type: 'integer' },
            { name: 'gift', type: 'boolean' },
          ],
        },
      ],
    },
  ]);
});

const SAMPLES = [
  ...Array.from({ length: 9 }, (_, id) => ({ id, n: 1, s: 'x', o: { a: 1 } })),
  { id: 10, n: 1.5, s: null, o: {}, late: 'x' },
];

it.each([
  ['a list', JSON.stringify(SAMPLES)],
  ['lines', SAMPLES.map(sample => JSON.stringify(sample)).join('\r\n')],
  ['an indented list', JSON.stringify(SAMPLES, undefined, 2)],
])('lays the samples of %s over each other', async (_, text) => {
  const { objects, notRead } = await read(text);
  expect(notRead).toEqual([]);
  expect(objects[0].fields).toEqual([
    { name: 'id', type: 'integer', required: true },
    { name: 'n', type: 'number', required: true },
    { name: 's', type: 'string' },
    {
      name: 'o',
      type: 'object',
      required: true,
      fields: [{ name: 'a', type: 'integer' }],
    },
    { name: 'late', type: 'string' },
  ]);
});

it('takes a field for required only with enough samples', async () => {
  const { objects } = await readValue(SAMPLES.slice(0, 9));
  expect(objects[0].fields.some(({ required }) => required)).toBe(false);
});

it.each<[string, string, string[], string[]]>([
  [
    'values of different types',
    '{"a": 1}\n{"a": "x"}\n{"a": null, "b": null}\n{"b": null}',
    ['a string', 'b string'],
    [
      '1: “a” has values of different types (integer, string), so it is taken as text.',
      '3: “b” never has a value, so it is taken as text.',
    ],
  ],
  [
    'a bad line',
    '{"a": 1}\n{"a": }\n\n{"b": 2}\n3',
    ['a integer', 'b integer'],
    [
      '2: This line is left out, it is no JSON: “{"a": }”',
      '5: 1 of 3 samples are no objects with named fields and are left out, the first one is “3”.',
    ],
  ],
  [
    'what is nearly JSON',
    "[{'a': 1, b: 'x',}, {a: 2}]",
    ['a integer', 'b string'],
    [
      'undefined: This is not quite JSON (quotes or commas differ), but it could be read. Look it over.',
    ],
  ],
  [
    'a missing bracket',
    '{\n "a": 1,\n "b": [1, 2\n}',
    [],
    [
      '4: This is no JSON: Flow sequence in block collection must be sufficiently indented and end with a ]. Nothing was read.',
    ],
  ],
  [
    'plain values',
    '[1, "x", null]',
    [],
    [
      'undefined: 3 of 3 samples are no objects with named fields and are left out, the first one is “1”.',
    ],
  ],
  [
    'no JSON',
    'id: 1',
    [],
    [
      'undefined: This is no JSON: Unexpected token \'i\', "id: 1" is not valid JSON. Nothing was read.',
    ],
  ],
  [
    'nothing',
    ' \n',
    [],
    [
      'undefined: There is no sample to read. Paste an object, a list of objects, or one object on each line.',
    ],
  ],
  [
    'a JSON Schema',
    '{"$schema": "x", "properties": {"a": {"type": "string"}}}',
    ['$schema string', 'properties object'],
    [
      '1: This looks like a JSON Schema (it has “$schema”, “properties”), but it was read as a sample. Paste a piece of the data itself.',
    ],
  ],
  [
    'fields without a name',
    '{"": 1, " a": 2, "a": 3}',
    ['a integer'],
    [
      'undefined: A field of “data” is left out: it has no name.',
      'undefined: “data” has a second field named “a”; the first one is taken.',
    ],
  ],
])('copes with %s', async (_, text, fields, notes) => {
  const { objects, notRead } = await read(text);
  expect(
    (objects[0]?.fields ?? []).map(({ name, type }) => `${name} ${type}`),
  ).toEqual(fields);
  expect(notRead.map(({ line, message }) => `${line}: ${message}`)).toEqual(
    notes,
  );
});

it('is not misled by names of objects', async () => {
  const { objects } = await read(
    '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"x": 1}}, "toString": 1}',
  );
  expect(objects[0].fields.map(({ name }) => name)).toEqual([
    '__proto__',
    'constructor',
    'toString',
  ]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it('goes down as many levels as a contract can be read', async () => {
  const deep = (levels: number) =>
    `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const { objects, notRead } = await read(deep(1000));
  expect(JSON.stringify(objects).split('"a"')).toHaveLength(21);
  expect(notRead).toEqual([
    {
      message: `What is nested deeper than 20 levels is left out, the first is below “${Array(
        20,
      )
        .fill('a')
        .join('.')}”.`,
    },
  ]);
  expect((await read(deep(20))).notRead).toEqual([]);
});
