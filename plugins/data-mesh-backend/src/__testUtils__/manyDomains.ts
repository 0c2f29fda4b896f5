import { Entity } from '@backstage/catalog-model';
import { entityOf } from './entities';
import { manyEntities } from './many';

const DOMAINS = 7;

/** Many products, spread over some domains. */
export function manyDomains(products: number): Entity[] {
  return [
    ...manyEntities(products).map(entity => {
      const number = /^many-(\d+)$/.exec(entity.metadata.name)?.[1];
      return entity.kind === 'DataProduct' && number
        ? {
            ...entity,
            spec: { ...entity.spec, domain: `d-${Number(number) % DOMAINS}` },
          }
        : entity;
    }),
    ...Array.from({ length: DOMAINS }, (_, i) =>
      entityOf('Domain', `d-${i}`, { owner: 'team-a' }),
    ),
  ];
}
