import {
  EntityLink,
  ProductList,
  ProductSummary,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** An entity link, existing unless said otherwise. */
export function link(ref: string, title: string, exists = true): EntityLink {
  return { ref, title, exists };
}

/** A product in good order, changed as a test needs it. */
export function product(change: Partial<ProductSummary> = {}): ProductSummary {
  return {
    ref: 'dataproduct:default/shipments',
    title: 'Shipments',
    purpose: 'Every parcel from depot to clinic.',
    type: 'source-aligned',
    lifecycle: 'production',
    domain: link('domain:default/supply-chain', 'Supply chain'),
    owner: link('group:default/logistics-data', 'Logistics data'),
    portTypes: ['stream', 'sql'],
    usedByTeams: 3,
    usedByOwnTeam: false,
    matches: [],
    ...change,
  };
}

/** A page of the list that holds the given products and all there are. */
export function list(
  items: ProductSummary[],
  change: Partial<ProductList> = {},
): ProductList {
  return {
    items,
    total: items.length,
    all: items.length,
    facets: {
      domain: [],
      type: [],
      lifecycle: [],
      owner: [],
      classification: [],
      persona: [],
      used: [],
      level: [],
      target: [],
    },
    ...change,
  };
}
