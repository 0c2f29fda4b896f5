import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

export const domainDeclarations = {
  'domain.count': fact({
    type: 'int',
    description: 'Domains that it is part of',
    source: 'catalog file',
    example: 1,
  }),
  'domain.exists': fact({
    type: 'bool',
    description: 'Its domain is in the catalog',
    source: 'catalog',
    example: true,
  }),
  'domain.hasOwnTeams': fact({
    type: 'bool',
    description: 'Below the group that owns its domain there are teams',
    source: 'catalog',
    example: true,
  }),
  'domain.isSystemKnown': fact({
    type: 'bool',
    description: 'It is part of a system that belongs to a domain',
    source: 'catalog',
    example: true,
  }),
  'domain.systemIsElsewhere': fact({
    type: 'bool',
    description: 'Its system belongs to another domain',
    note: 'Not known without a system, or of one without a domain.',
    source: 'catalog',
    example: false,
  }),
};

/** Where the product belongs. */
export function domainFacts({
  product,
  mesh,
  systemDomain,
}: ProductContext): FactsOf<typeof domainDeclarations> {
  const { organisation } = mesh;
  const [domain] = product.domains;
  const record = organisation.domain(domain);
  const ownerGroup = organisation.group(record?.owner);
  return {
    domain: {
      count: product.domains.length,
      exists: record !== undefined,
      hasOwnTeams: ownerGroup
        ? organisation.groupsBelow(ownerGroup.ref).length > 0
        : null,
      isSystemKnown: systemDomain !== undefined,
      systemIsElsewhere:
        systemDomain && domain ? systemDomain !== domain : null,
    },
  };
}
