import {
  DomainProfile,
  DomainRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { link } from './products';

type Product = DomainProfile['products'][number];

/** A domain that takes part, changed as a test needs it. */
export function domainRow(change: Partial<DomainRow> = {}): DomainRow {
  return {
    domain: link('domain:default/patient-services', 'Patient services'),
    owner: link('group:default/patient-services-unit', 'Patient services unit'),
    domainOwner: link('user:default/helen.brandt', 'Helen Brandt'),
    dataLead: link('user:default/yusuf.demir', 'Yusuf Demir'),
    started: true,
    dimensions: {
      ownership: 1,
      governance: 3,
      autonomy: 2,
      value: 3,
      sustainability: 2,
      sharing: 3,
    },
    weakest: { dimension: 'ownership', level: 1 },
    products: {
      total: 3,
      withTarget: 3,
      atTarget: 2,
      byLevel: [0, 0, 1, 2, 0],
    },
    openPoints: { high: 1, medium: 2, low: 0 },
    goals: { active: 0, proposed: 0, counts: {}, withoutMeasure: 0 },
    changes: { total: 0 },
    ...change,
  };
}

/** The profile of such a domain. */
export function domainProfile(
  change: Partial<DomainProfile> = {},
): DomainProfile {
  return { takesPart: true, row: domainRow(), products: [], ...change };
}

/** A product in a domain's profile. */
export function profileProduct(change: Partial<Product> = {}): Product {
  return {
    entity: link('dataproduct:default/patient-360', 'Patient 360'),
    lifecycle: 'production',
    owner: link('group:default/bi-centre', 'BI centre'),
    level: 2,
    target: 3,
    usedByTeams: 3,
    toDo: 2,
    next: {
      ruleSet: 'data-product-maturity',
      rule: 'owned-in-domain',
      code: 'DP-O2',
      title: 'A team of its domain owns it',
    },
    ...change,
  };
}
