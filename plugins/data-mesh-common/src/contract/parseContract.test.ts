import { parseContract } from './parseContract';

const header = `apiVersion: v3.1.0
kind: DataContract
id: orders
version: 1.0.0
`;

function read(body: string) {
  return parseContract(header + body);
}

describe('parseContract', () => {
  it('reads a whole contract', () => {
    const { contract, problems } = parseContract(`
apiVersion: v3.1.0
kind: DataContract
id: lab-orders-v2
name: Lab orders
version: 2.1.0
status: active
domain: diagnostics
dataProduct: lab-orders
description: { purpose: All orders, usage: Planning, limitations: No archive }
tags: [lab]
authoritativeDefinitions:
  - { type: canonicalUrl, url: https://example.com/lab.yaml }
servers:
  - server: warehouse
    type: snowflake
    environment: prod
    account: alvenro
    port: 443
    hosts: [one, two]
schema:
  - name: orders
    physicalName: ORDERS_V2
    physicalType: table
    businessName: Orders
    description: One row per ordered test
    dataGranularityDescription: One ordered test
    properties:
      - name: order_id
        logicalType: string
        physicalType: VARCHAR(36)
        required: true
        unique: true
        primaryKey: true
        criticalDataElement: true
        classification: internal
        tags: [key]
        examples: [A1, 17]
        relationships: [{ to: results.order_id }]
        quality:
          - { type: library, metric: nullValues, mustBe: 0, dimension: completeness }
      - name: patient
        logicalType: object
        properties:
          - name: address
            logicalType: object
            properties: [{ name: street, logicalType: string }]
      - name: tests
        logicalType: array
        items:
          logicalType: object
          properties: [{ name: code, logicalType: string }]
      - name: notes
        logicalType: array
        items: { logicalType: string }
      - name: state
        enum: [{ value: open, label: Open }, closed]
    quality:
      - { type: sql, query: SELECT 1, mustBeLessThan: 5, unit: percent }
team:
  name: lab-data
  description: Keeps the lab's data
  members: [{ username: tomas, name: Tomas, role: Owner, dateIn: 2024-01-01 }]
support: [{ channel: '#lab-data', tool: slack, url: https://example.com/lab }]
roles: [{ role: LAB_READ, access: read, firstLevelApprovers: lead, secondLevelApprovers: boss }]
slaProperties:
  - { property: latency, value: 1, unit: h, element: orders.order_id, driver: operational }
`);

    expect(problems).toEqual([]);
    expect(contract).toMatchObject({
      id: 'lab-orders-v2',
      name: 'Lab orders',
      version: '2.1.0',
      apiVersion: 'v3.1.0',
      status: 'active',
      domain: 'diagnostics',
      dataProduct: 'lab-orders',
      purpose: 'All orders',
      usage: 'Planning',
      limitations: 'No archive',
      tags: ['lab'],
      links: [{ type: 'canonicalUrl', url: 'https://example.com/lab.yaml' }],
      servers: [
        {
          name: 'warehouse',
          type: 'snowflake',
          environment: 'prod',
          settings: [
            { name: 'account', value: 'alvenro' },
            { name: 'port', value: '443' },
            { name: 'hosts', value: 'one, two' },
          ],
        },
      ],
      team: {
        name: 'lab-data',
        description: "Keeps the lab's data",
        members: [
          {
            username: 'tomas',
            name: 'Tomas',
            role: 'Owner',
            dateIn: '2024-01-01',
          },
        ],
      },
      support: [
        { channel: '#lab-data', tool: 'slack', url: 'https://example.com/lab' },
      ],
      roles: [
        { role: 'LAB_READ', access: 'read', approvers: ['lead', 'boss'] },
      ],
      serviceLevels: [
        {
          property: 'latency',
          value: '1',
          unit: 'h',
          element: 'orders.order_id',
          driver: 'operational',
        },
      ],
    });
    const [orders] = contract!.objects;
    expect(orders).toMatchObject({
      name: 'orders',
      title: 'Orders',
      physicalName: 'ORDERS_V2',
      physicalType: 'table',
      granularity: 'One ordered test',
      quality: [{ query: 'SELECT 1', expectation: 'must be less than 5 %' }],
    });
    expect(
      orders.fields.map(({ path, depth, itemType }) => [path, depth, itemType]),
    ).toEqual([
      ['order_id', 0, undefined],
      ['patient', 0, undefined],
      ['patient.address', 1, undefined],
      ['patient.address.street', 2, undefined],
      ['tests', 0, 'object'],
      ['tests[].code', 1, undefined],
      ['notes', 0, 'string'],
      ['state', 0, undefined],
    ]);
    expect(orders.fields[0]).toMatchObject({
      name: 'order_id',
      logicalType: 'string',
      physicalType: 'VARCHAR(36)',
      required: true,
      unique: true,
      primaryKey: true,
      criticalDataElement: true,
      classification: 'internal',
      tags: ['key'],
      examples: ['A1', '17'],
      references: ['results.order_id'],
      quality: [{ metric: 'nullValues', expectation: 'must be 0' }],
    });
    expect(orders.fields[7].allowedValues).toEqual([
      { value: 'open', label: 'Open', description: undefined },
      { value: 'closed' },
    ]);
  });

  it.each([
    ['version: 4.10', '4.10'],
    ['version: 1', '1'],
    ['version: 1.0', '1.0'],
    ['version: 0x1F', '0x1F'],
    ['version: " 2.0 "', '2.0'],
    ['version: 2024-01-01', '2024-01-01'],
  ])('keeps the spelling of %s', (line, version) => {
    const text = header.replace('version: 1.0.0', line);
    expect(parseContract(text).contract?.version).toBe(version);
  });

  it.each([
    ['mustBe: 0', 'must be 0'],
    ['mustNotBe: x', 'must not be x'],
    ['mustBeGreaterThan: 10', 'must be greater than 10'],
    ['mustBeGreaterOrEqualTo: 10', 'must be at least 10'],
    ['mustBeLessThan: 5, unit: percent', 'must be less than 5 %'],
    ['mustBeLessOrEqualTo: 5, unit: rows', 'must be at most 5 rows'],
    ['mustBeBetween: [1, 10]', 'must be between 1 and 10'],
    ['mustNotBeBetween: [1, 10]', 'must not be between 1 and 10'],
    [
      'mustBeGreaterThan: 1, mustBeLessThan: 9',
      'must be greater than 1 and must be less than 9',
    ],
    ['metric: rowCount', undefined],
  ])('says what %s expects', (rule, expectation) => {
    const { contract } = read(`schema: [{ name: o, quality: [{ ${rule} }] }]`);
    expect(contract?.objects[0].quality[0].expectation).toBe(expectation);
  });

  it('reads a team written as a list of people', () => {
    const { contract } = read('team: [{ username: ann, role: Owner }]');
    expect(contract?.team.members).toMatchObject([
      { username: 'ann', role: 'Owner' },
    ]);
  });

  it('follows aliases and merge keys', () => {
    const { contract, problems } = read(`
schema:
  - name: a
    properties:
      - &id { name: id, logicalType: string, required: true }
      - <<: *id
        name: other
  - name: b
    properties: [*id]
`);
    expect(problems).toEqual([]);
    expect(
      contract?.objects.map(({ fields }) =>
        fields.map(field => [field.name, field.logicalType, field.required]),
      ),
    ).toEqual([
      [
        ['id', 'string', true],
        ['other', 'string', true],
      ],
      [['id', 'string', true]],
    ]);
  });

  describe('leaves out only what is wrong', () => {
    it.each([
      [
        'schema: [{ name: a, properties: none }, { name: b }]',
        'schema[0].properties',
        /“schema\[0\]\.properties” must be a list but is a single value/,
        { line: 5, column: 33 },
      ],
      [
        'schema:\n  - name: a\n  - text\n  - name: b',
        'schema[1]',
        /must be a group of keys but is a single value/,
        { line: 7, column: 5 },
      ],
      [
        'schema: [{ name: a }, { description: x }, { name: b }]',
        'schema[1]',
        /has no name/,
        { line: 5, column: 23 },
      ],
      [
        'schema: [{ name: a, description: { x: y } }, { name: b }]',
        'schema[0].description',
        /must be a single value but is a group of keys/,
        { line: 5, column: 34 },
      ],
      [
        'schema: [{ name: a, properties: [{ name: f, required: maybe }] }, { name: b }]',
        'schema[0].properties[0].required',
        /must be true or false/,
        { line: 5, column: 55 },
      ],
    ])('%s', (body, path, message, place) => {
      const { contract, problems } = read(body);
      expect(problems).toEqual([
        { path, ...place, message: expect.stringMatching(message) },
      ]);
      expect(contract?.objects.map(({ name }) => name)).toEqual(['a', 'b']);
    });

    it.each([
      ['servers: {}', 'servers'],
      ['slaProperties: [{ property: latency }]', 'slaProperties[0]'],
      ['slaProperties: [{ value: 1 }]', 'slaProperties[0]'],
      ['support: [{ url: https://x.y }]', 'support[0]'],
      ['roles: [{ access: read }]', 'roles[0]'],
      ['team: us', 'team'],
      ['team: [{ name: Ann }]', 'team[0]'],
      ['tags: one', 'tags'],
      [
        'authoritativeDefinitions: [{ type: x }]',
        'authoritativeDefinitions[0]',
      ],
      [
        'schema: [{ name: a, properties: [{ name: f, items: s }] }]',
        'schema[0].properties[0].items',
      ],
    ])('%s', (body, path) => {
      const { contract, problems } = read(body);
      expect(problems).toEqual([expect.objectContaining({ path, line: 5 })]);
      expect(contract?.id).toBe('orders');
    });

    it('takes a plain description as the purpose', () => {
      const { contract, problems } = read('description: All orders');
      expect(contract?.purpose).toBe('All orders');
      expect(problems).toEqual([expect.objectContaining({ line: 5 })]);
    });

    it('lets the last of two equal keys win', () => {
      const { contract, problems } = read('name: one\nname: two');
      expect(contract?.name).toBe('two');
      expect(problems).toEqual([
        {
          line: 6,
          column: 1,
          message: 'The key “name” is written twice; the last one counts.',
        },
      ]);
    });

    it('reads the first of several documents', () => {
      const { contract, problems } = read('---\nid: second');
      expect(contract?.id).toBe('orders');
      expect(problems).toEqual([
        expect.objectContaining({
          message: 'Only the first of 2 documents was read.',
        }),
      ]);
    });

    it('names required keys that are missing', () => {
      const { contract, problems } = parseContract('kind: DataContract');
      expect(contract).toBeDefined();
      expect(problems.map(({ path }) => path)).toEqual([
        'apiVersion',
        'id',
        'version',
      ]);
    });

    it('says that a later version of the standard is not known', () => {
      const text = header.replace('v3.1.0', 'v4.0.0');
      const { contract, problems } = parseContract(text);
      expect(contract?.apiVersion).toBe('v4.0.0');
      expect(problems[0].message).toMatch(/ODCS v4\.0\.0 is not known/);
    });

    it('counts problems beyond a hundred', () => {
      const { problems } = read(`schema: [${'1, '.repeat(150)}]`);
      expect(problems).toHaveLength(101);
      expect(problems[100].message).toBe('There are 50 more problems.');
    });
  });

  it.each([
    ['nothing', '', /empty/],
    ['a comment', '# soon', /empty/],
    ['null', '~', /holds nothing/],
    ['a list', '- a', /holds a list/],
    ['plain text', 'hello', /holds a single value/],
    ['another kind', 'kind: Pod\nid: x', /must be DataContract but is Pod/],
    ['another file', 'name: x', /no data contract/],
    ['ODCS v2', 'apiVersion: v2.2.2\nkind: DataContract', /ODCS v2.*Migrate/],
    ['ODCS v2 by its keys', 'kind: DataContract\nuuid: 1', /ODCS v2.*Migrate/],
    ['DCS', 'dataContractSpecification: 1.1.0\nid: x', /Convert it to ODCS/],
    [
      'an alias to nothing',
      `${header}name: *lost`,
      /\*lost stands for nothing/,
    ],
    ['too much', `# ${'x'.repeat(1024 * 1024)}`, /larger than 1 MiB/],
    ['too many aliases', `a: &a 1\nb: [${'*a, '.repeat(101)}]`, /101 aliases/],
    ['endless nesting', '['.repeat(200_000), /nested too deeply/],
  ])('refuses %s', (_name, text, message) => {
    const { contract, problems } = parseContract(text);
    expect(contract).toBeUndefined();
    expect(problems[0].message).toMatch(message);
  });

  it('points at a syntax error', () => {
    const { contract, problems } = read('schema:\n  - name: a\n bad: [');
    expect(contract).toBeUndefined();
    expect(problems[0]).toMatchObject({ line: 7, column: expect.any(Number) });
  });

  it.each([
    [
      'fields that contain themselves',
      `schema: [{ name: o, properties: &p [{ name: a, properties: *p }, { name: b, properties: *p }] }]`,
    ],
    [
      'elements that contain themselves',
      `schema: [{ name: o, properties: [{ name: a, items: &i { items: *i, properties: [{ name: b, items: *i }] } }] }]`,
    ],
    [
      'keys merged from themselves',
      `schema: [&o { name: o, <<: *o, properties: [] }]`,
    ],
  ])('comes to an end with %s', (_name, body) => {
    const { contract } = read(body);
    expect(contract?.objects[0].name).toBe('o');
  });

  it('takes time in proportion to the text', () => {
    const keys = Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`);
    const started = Date.now();
    expect(read(keys.join('\n')).contract).toBeDefined();
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  it('keeps keys that mean something to JavaScript harmless', () => {
    const { contract } = read(
      'schema: [{ name: __proto__, properties: [{ name: constructor }] }]\n__proto__: { polluted: yes }',
    );
    expect(contract?.objects[0].fields[0].path).toBe('constructor');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
