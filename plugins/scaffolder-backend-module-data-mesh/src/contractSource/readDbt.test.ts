import { readContractSource } from './readContractSource';

jest.setTimeout(30_000);

const read = (text: string) => readContractSource({ format: 'dbt', text });

it('reads models with columns, constraints and tests', async () => {
  const { objects, notRead } = await read(`version: 2
models:
  - name: orders
    description: One row for each order
    config: { materialized: view, contract: { enforced: true } }
    constraints:
      - type: primary_key
        columns: [id, line]
      - type: foreign_key
        columns: [customer]
    columns:
      - name: id
        data_type: number(38,0)
        description: The id
      - name: line
        data_type: integer
        constraints: [{ type: not_null }]
      - name: email
        data_type: varchar
        tests: [unique, not_null]
      - name: state
        data_type: text
        data_tests:
          - accepted_values: { values: [a] }
          - not_null: { where: "id > 5" }
          - not_null: { config: { severity: warn } }
          - unique: { config: { severity: error } }
          - test_name: not_null
            where: x
      - name: customer
        data_type: array<struct<name string, born date>>
sources:
  - name: shop
    schema: raw
    tables:
      - name: customers
        identifier: CUST
        columns: [{ name: id, data_type: int64 }]
seeds: [{ name: countries, columns: [{ name: code, data_type: char(2) }] }]
`);
  expect(notRead).toEqual([]);
  expect(objects).toEqual([
    {
      name: 'orders',
      physicalType: 'view',
      description: 'One row for each order',
      fields: [
        {
          name: 'id',
          type: 'integer',
          physicalType: 'number(38,0)',
          description: 'The id',
          primaryKey: true,
          required: true,
        },
        {
          name: 'line',
          type: 'integer',
          physicalType: 'integer',
          primaryKey: true,
          required: true,
        },
        {
          name: 'email',
          type: 'string',
          physicalType: 'varchar',
          unique: true,
          required: true,
        },
        { name: 'state', type: 'string', physicalType: 'text', unique: true },
        {
          name: 'customer',
          type: 'array',
          physicalType: 'array<struct<name string, born date>>',
          fields: [
            { name: 'name', type: 'string', physicalType: 'string' },
            { name: 'born', type: 'date', physicalType: 'date' },
          ],
        },
      ],
    },
    {
      name: 'countries',
      physicalType: 'table',
      fields: [{ name: 'code', type: 'string', physicalType: 'char(2)' }],
    },
    {
      name: 'customers',
      physicalName: 'raw.CUST',
      physicalType: 'table',
      fields: [{ name: 'id', type: 'integer', physicalType: 'int64' }],
    },
  ]);
});

it.each<[string, string, string[], string[]]>([
  [
    'what is left out or not known',
    `models:
  - name: a
    versions: [{ v: 1 }]
    constraints:
      - { type: unique, columns: [x, y] }
      - { type: primary_key, columns: [z] }
    columns:
      - name: x
        description: "{{ doc('x') }}"
      - name: y
        data_type: mood
      - description: nameless
        data_type: int
  - name: b`,
    ['a(x, y)', 'b()'],
    [
      '2: The versions of “a” are not looked at, only its own columns.',
      '5: That “x”, “y” are unique together cannot be kept here; add it to the contract as a quality rule.',
      '6: The constraint “primary_key” names a column that is not there: “z”.',
      `8: The description of “a.x” is filled in by dbt (“{{ doc('x') }}”), so it is left out.`,
      '8: There is no data_type for “x” of “a”; taken as text.',
      '10: The type “mood” of “a.y” is not known here; taken as text.',
      '12: A field of “a” is left out: it has no name.',
      '14: “b” has no columns.',
    ],
  ],
  [
    'a model alone',
    'name: a\ncolumns: [{ name: x, data_type: int }]',
    ['a(x)'],
    [],
  ],
  [
    'a bad document among good ones',
    'models: [{ name: a, columns: [{ name: x, data_type: int }] }]\n---\nmodels: [}\n---\nmodels: [{ name: b, columns: [{ name: y, data_type: int }] }]',
    ['a(x)', 'b(y)'],
    [
      '3: This is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. Nothing was read.',
    ],
  ],
  [
    'anchors and merges',
    'models:\n  - name: a\n    columns:\n      - &id { name: id, data_type: int }\n  - name: b\n    columns: [*id]',
    ['a(id)', 'b(id)'],
    [],
  ],
  [
    'names of objects',
    'models: [{ name: __proto__, __proto__: { x: 1 }, columns: [{ name: constructor, data_type: int }] }]',
    ['__proto__(constructor)'],
    [],
  ],
  [
    'shapes that nobody expects',
    'models: [1, null, { name: { a: 1 } }, { name: a, columns: [1, { name: 7, data_type: [1], tests: [{}, 1, null], constraints: 3 }] }]\nsources: x',
    ['a(7)'],
    [
      '1: “” has no columns.',
      '1: There is no data_type for “7” of “a”; taken as text.',
      '1: The table “” is left out: it has no name.',
    ],
  ],
  [
    'no model',
    'hello',
    [],
    [
      'undefined: There is no dbt model here. Paste the YAML that begins with “models:”, with the columns of the model.',
    ],
  ],
])('copes with %s', async (_, text, models, notes) => {
  const { objects, notRead } = await read(text);
  expect(
    objects.map(
      ({ name, fields }) => `${name}(${fields.map(f => f.name).join(', ')})`,
    ),
  ).toEqual(models);
  expect(notRead.map(({ line, message }) => `${line}: ${message}`)).toEqual(
    notes,
  );
});
