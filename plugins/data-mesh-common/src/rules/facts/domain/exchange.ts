import { daysSince } from '../days';
import { DomainContext } from '../DomainContext';
import { fact, FactsOf } from '../declareFacts';
import { isCentral } from '../MeshContext';

export const exchangeDeclarations = {
  'inputs.centralShare': fact({
    type: 'double',
    unit: 'share',
    description:
      'Inputs of its products that a central team owns, each input of each product counted once',
    source: 'catalog, configuration',
    example: 0.2,
  }),
  'exchange.usesDomains': fact({
    type: 'int',
    description: 'Other domains whose products its teams or products use',
    source: 'catalog',
    example: 2,
  }),
  'exchange.servesDomains': fact({
    type: 'int',
    description: 'Other domains whose teams or products use its products',
    source: 'catalog',
    example: 3,
  }),
  'faults.oldestHighDays': fact({
    type: 'int',
    unit: 'days',
    description: 'Days since the oldest open point to be sorted out now',
    note: '0 when there is none. Not known while one was there before anything was measured.',
    source: 'results',
    example: 12,
  }),
  'waivers.expired': fact({
    type: 'int',
    description: 'Exceptions that ran out while the rule is still unmet',
    source: 'exceptions',
    example: 0,
  }),
};

/** What the domain takes and gives, and what is open. */
export function exchangeFacts(
  context: DomainContext,
): FactsOf<typeof exchangeDeclarations> {
  const { mesh, ref, products, faults } = context;
  const inputs = products.flatMap(product => product.inputs);
  const central = inputs.filter(({ owner }) => isCentral(mesh, owner));
  const others = (domains: readonly string[]) =>
    new Set(domains.filter(domain => domain !== ref)).size;
  const high = faults.filter(({ severity }) => severity === 'high');
  const ages = high.flatMap(({ since }) =>
    since === undefined ? [] : daysSince(since, mesh.today) ?? 0,
  );
  return {
    inputs: {
      centralShare: inputs.length ? central.length / inputs.length : null,
    },
    exchange: {
      usesDomains: others(context.usedDomains),
      servesDomains: others(context.servedDomains),
    },
    faults: {
      oldestHighDays: ages.length === high.length ? Math.max(0, ...ages) : null,
    },
    waivers: { expired: context.expiredWaivers },
  };
}
