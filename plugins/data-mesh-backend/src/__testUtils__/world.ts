import { contractOf, entityOf, outputs, productOf } from './entities';

/**
 * A small organisation: `orders` is used by team B, by a component of team C
 * and, over its contract, by the product `forecast`, which feeds `report`.
 */
export const WORLD = [
  entityOf('Group', 'team-a', {}, { title: 'Team A' }),
  entityOf('Group', 'team-b'),
  entityOf('Group', 'team-c'),
  entityOf('User', 'ann', { memberOf: ['team-a'] }),
  entityOf('Domain', 'care', { owner: 'team-a' }, { title: 'Patient care' }),
  entityOf('Component', 'board', { owner: 'team-c' }),
  contractOf('orders-v1', ['order_id', 'temperature_class']),
  productOf(
    'orders',
    {
      domain: 'care',
      type: 'source-aligned',
      classification: 'internal',
      purpose: 'All orders of the laboratory',
      personas: ['analyst', 'auditor'],
      productOwner: 'ann',
      stewards: ['ann'],
      ...outputs('orders-v1'),
      consumers: [
        { ref: 'group:default/team-b', purpose: 'Plan', since: '2026-01-01' },
        { ref: 'group:default/dream', state: 'intended' },
        { ref: 'component:default/board' },
      ],
    },
    { title: 'Lab orders', tags: ['laboratory'] },
  ),
  productOf('forecast', {
    owner: 'group:default/team-c',
    domain: 'care',
    type: 'aggregate',
    lifecycle: 'experimental',
    inputPorts: [{ name: 'in', contract: { ref: 'api:default/orders-v1' } }],
  }),
  productOf('report', {
    owner: 'group:default/gone-team',
    inputPorts: [{ name: 'in', source: 'forecast' }],
    deprecation: { successor: 'forecast' },
  }),
];
