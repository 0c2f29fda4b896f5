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
        description: Number of the order
        classification: internal
        customProperties: [{ property: businessKey, value: order_id }]
        quality: [{ metric: nullValues, mustBe: 0 }, { type: text, description: x }]
      - { name: lines, description: Lines, items: { properties: [{ name: sku, classification: internal, customProperties: [{ property: businessKey, value: [sku, order_id] }] }] } }
slaProperties: [{ property: latency, value: 1, unit: h }]
support: [{ channel: '#orders' }]
customProperties: [{ property: reviewAt, value: 2026-03-01 }, { property: notice, value: 30d }, { property: other }]
`),
    ).toEqual({
      id: 'c1',
      title: 'Orders',
      version: '1.10',
      status: 'active',
      fields: [
        { object: 'orders', path: 'id', described: true },
        { object: 'orders', path: 'lines', described: true },
        { object: 'orders', path: 'lines[].sku', described: false },
      ],
      explainedFields: 1,
      businessKeys: ['order_id', 'sku'],
      classifications: ['internal'],
      qualityRules: 3,
      serviceLevels: [{ property: 'latency', value: '1', unit: 'h' }],
      supportChannels: 1,
      reviewAt: '2026-03-01',
      notice: '30d',
    });
  });

  it('says why nothing could be read', () => {
    expect(readContractFacts('kind: Pod')).toEqual({
      fields: [],
      explainedFields: 0,
      businessKeys: [],
      classifications: [],
      qualityRules: 0,
      serviceLevels: [],
      supportChannels: 0,
      problem: 'Line 1, column 7: “kind” must be DataContract but is Pod.',
    });
    expect(readContractFacts('').problem).toBe('The text is empty.');
  });
});
