import { parseContract } from '@backstage-data-mesh/plugin-data-mesh-common';
import { findFields } from './findFields';

const { contract } = parseContract(`
apiVersion: v3.1.0
kind: DataContract
id: c
version: '1'
schema:
  - name: shipments
    properties:
      - { name: shipment_id, description: Key of the parcel, classification: internal }
      - name: route
        properties: [{ name: depot, tags: [place] }, { name: clinic }]
      - name: readings
        items:
          description: One reading of the logger
          properties: [{ name: celsius, logicalType: number }]
  - name: depots
    properties: [{ name: depot_id }]
`);

function find(text: string) {
  return findFields(contract!.objects, text).map(({ fields, matches }) => [
    fields.map(({ path }) => path),
    matches,
  ]);
}

describe('findFields', () => {
  it.each([
    ['PARCEL', [['shipment_id'], 1], [[], 0]],
    ['depot', [['route', 'route.depot'], 1], [['depot_id'], 1]],
    ['place', [['route', 'route.depot'], 1], [[], 0]],
    ['celsius', [['readings', 'readings[]', 'readings[].celsius'], 1], [[], 0]],
    ['key internal', [['shipment_id'], 1], [[], 0]],
    ['key place', [[], 0], [[], 0]],
  ])('%s', (text, ...expected) => {
    expect(find(text)).toEqual(expected);
  });

  it('keeps all without a text', () => {
    expect(find(' ').map(([, matches]) => matches)).toEqual([7, 1]);
  });
});
