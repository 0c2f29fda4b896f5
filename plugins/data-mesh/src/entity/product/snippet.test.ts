import { parseContract } from '@backstage-data-mesh/plugin-data-mesh-common';
import { portKind } from './portKind';
import { snippet } from './snippet';

function contractWith(body: string) {
  return parseContract(
    `apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: '1'\n${body}`,
  ).contract;
}

const orders = contractWith(`
servers:
  - { server: bus, type: kafka, host: 'kafka.example.com:9092' }
schema:
  - name: orders
    physicalName: LAB.ORDERS_V2
    properties:
      - { name: order id }
      - { name: clinic, physicalName: CLINIC_ID }
      - { name: address, properties: [{ name: street }] }
  - name: other
    properties: [{ name: x }]
`);

describe('snippet', () => {
  it.each([
    [
      'sql',
      'LAB.ORDERS_V1',
      undefined,
      'SELECT *\nFROM LAB.ORDERS_V1\nLIMIT 10;',
    ],
    [
      'sql',
      'WAREHOUSE.LAB.ORDERS_V2',
      orders,
      'SELECT "order id", CLINIC_ID, address\nFROM WAREHOUSE.LAB.ORDERS_V2\nLIMIT 10;',
    ],
    ['sql', 'LAB.ELSE', orders, 'SELECT *\nFROM LAB.ELSE\nLIMIT 10;'],
    [
      'sql',
      'T',
      contractWith('schema: [{ name: a, properties: [{ name: one }] }]'),
      'SELECT one\nFROM T\nLIMIT 10;',
    ],
    [
      'stream',
      'lab.orders.v2',
      orders,
      'kafka-console-consumer --bootstrap-server kafka.example.com:9092 \\\n  --topic lab.orders.v2 \\\n  --from-beginning --max-messages 10',
    ],
    [
      'stream',
      "x'; rm -rf ~ #",
      undefined,
      `kafka-console-consumer --bootstrap-server "$BOOTSTRAP_SERVER" \\\n  --topic 'x'\\''; rm -rf ~ #' \\\n  --from-beginning --max-messages 10`,
    ],
    [
      'api',
      'https://api.example.com/v1?a=1&b=2',
      undefined,
      `curl --header "Authorization: Bearer $TOKEN" 'https://api.example.com/v1?a=1&b=2'`,
    ],
    ['api', 'internal-api', undefined, undefined],
    [
      'file',
      's3://lake/orders.parquet',
      undefined,
      'import pandas\ndata = pandas.read_parquet("s3://lake/orders.parquet")',
    ],
    [
      'file',
      's3://lake/orders/',
      contractWith('servers: [{ server: s, format: csv }]'),
      'import pandas\ndata = pandas.read_csv("s3://lake/orders/")',
    ],
    ['file', 's3://lake/orders/', undefined, 'aws s3 ls s3://lake/orders/'],
    ['file', 'gs://lake/x', undefined, 'gcloud storage ls gs://lake/x'],
    [
      'file',
      'https://example.com/x.zip',
      undefined,
      'curl --location --remote-name https://example.com/x.zip',
    ],
    ['file', '/mnt/share', undefined, undefined],
    ['dashboard', 'https://bi.example.com', undefined, undefined],
    ['graph', 'x', undefined, undefined],
    ['sql', ' ', undefined, undefined],
    ['sql', undefined, undefined, undefined],
  ])('for %s at %s', (type, location, contract, expected) => {
    expect(snippet(portKind(type), location, contract)).toBe(expected);
  });

  it('puts many columns below each other', () => {
    const fields = Array.from({ length: 20 }, (_, i) => `{ name: c${i} }`);
    const wide = contractWith(
      `schema: [{ name: t, properties: [${fields.join(', ')}] }]`,
    );
    expect(snippet('sql', 'T', wide)).toMatch(
      /^SELECT\n {2}c0,\n {2}c1,[^]*\n {2}c19\nFROM T\nLIMIT 10;$/,
    );
  });

  it('does not list columns without end', () => {
    const fields = Array.from({ length: 21 }, (_, i) => `{ name: c${i} }`);
    const wide = contractWith(
      `schema: [{ name: t, properties: [${fields.join(', ')}] }]`,
    );
    expect(snippet('sql', 'T', wide)).toMatch(/^SELECT \*/);
  });
});

describe('portKind', () => {
  it.each([
    ['SQL', 'sql'],
    ['tables', 'sql'],
    ['Kafka', 'stream'],
    ['rest', 'api'],
    ['s3', 'file'],
    ['report', 'dashboard'],
    ['constructor', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (type, kind) => {
    expect(portKind(type)).toBe(kind);
  });
});
