import { Entity } from '@backstage/catalog-model';
import { contractOf, productOf } from './entities';
import { WORLD } from './world';

/** The small organisation and further products, each with a contract. */
export function manyEntities(products: number): Entity[] {
  return [
    ...WORLD,
    ...Array.from({ length: products }, (_, i) => [
      contractOf(`many-${i}`, [`field_${i}`]),
      productOf(`many-${i}`, {
        outputPorts: [{ name: 'out', contract: { ref: `many-${i}` } }],
        inputPorts:
          i > 0 ? [{ name: 'in', contract: { ref: `many-${i - 1}` } }] : [],
        consumers: [{ ref: 'group:default/team-b' }],
      }),
    ]).flat(),
  ];
}
