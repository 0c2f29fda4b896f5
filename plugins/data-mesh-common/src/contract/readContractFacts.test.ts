import { readContractFacts } from './readContractFacts';

describe('readContractFacts', () => {
  it('counts what can be judged', () => {
    expect(
      readContractFacts(`
apiVersion: v3.1.0
kind: DataContract
id: c1
name: Orders
version: 1.10
status: active
schema:
  - name: orders
    quality: [{ metric: rowCount, mustBeGreaterThan: 0 }]
    properties:
      - name: id
        description: Key
        quality: [{ metric: nullValues, mustBe: 0 }, { type: text, description: x }]
      - { name: lines, items: { properties: [{ name: sku }] } }
slaProperties: [{ property: latency, value: 1, unit: h }]
`),
    ).toEqual({
      id: 'c1',
      title: 'Orders',
      version: '1.10',
      status: 'active',
      fields: [
        { object: 'orders', path: 'id', described: true },
        { object: 'orders', path: 'lines', described: false },
        { object: 'orders', path: 'lines[].sku', described: false },
      ],
      qualityRules: 3,
      serviceLevels: [{ property: 'latency', value: '1', unit: 'h' }],
    });
  });

  it('says why nothing could be read', () => {
    expect(readContractFacts('kind: Pod')).toEqual({
      fields: [],
      qualityRules: 0,
      serviceLevels: [],
      problem: 'Line 1, column 7: “kind” must be DataContract but is Pod.',
    });
    expect(readContractFacts('').problem).toBe('The text is empty.');
  });
});
