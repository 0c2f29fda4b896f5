import { ProductSummary } from '@backstage-data-mesh/plugin-data-mesh-common';

const domains = ['Supply chain', 'Diagnostics', 'Patient services'];
const lifecycles = ['production', 'experimental', 'candidate', 'deprecated'];
const nouns = ['Orders', 'Shipments', 'Appointments', 'Results', 'Invoices'];

const slug = (title: string) => title.toLowerCase().replace(/ /g, '-');

/** Invented products, of every state that the list has words for. */
export const sampleProducts: ProductSummary[] = Array.from(
  { length: 45 },
  (_, n) => {
    const domain = domains[n % domains.length];
    const title = `${nouns[n % nouns.length]} ${n + 1}`;
    return {
      ref: `dataproduct:default/${slug(title)}`,
      title,
      purpose:
        n % 7 === 3
          ? undefined
          : `Every one of the ${title.toLowerCase()}, for planners who decide a week ahead.`,
      type: ['source-aligned', 'aggregate', 'consumer-aligned'][n % 3],
      lifecycle: lifecycles[n % lifecycles.length],
      domain: {
        ref: `domain:default/${slug(domain)}`,
        title: domain,
        exists: true,
      },
      owner: {
        ref: n % 6 === 5 ? 'user:default/ada' : `group:default/team-${n % 4}`,
        title: n % 6 === 5 ? 'Ada' : `Team ${n % 4}`,
        exists: n % 9 !== 4,
      },
      portTypes: n % 5 === 0 ? [] : ['sql', 'stream'].slice(n % 2),
      usedByTeams: n % 5,
      usedByOwnTeam: n % 2 === 0,
      successor:
        n % 8 === 3
          ? {
              ref: 'dataproduct:default/orders-1',
              title: 'Orders 1',
              exists: true,
            }
          : undefined,
      matches: [],
    };
  },
);
