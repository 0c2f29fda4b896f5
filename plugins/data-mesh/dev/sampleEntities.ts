import { Entity } from '@backstage/catalog-model';
import { sampleProducts } from './sampleProducts';

const products: Entity[] = sampleProducts.map(product => ({
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: {
    name: product.ref.split('/')[1],
    namespace: 'default',
    title: product.title,
  },
  spec: {
    lifecycle: product.lifecycle,
    owner: product.owner?.ref,
    purpose: product.purpose,
    type: product.type,
  },
  relations: product.owner?.exists
    ? [{ type: 'ownedBy', targetRef: product.owner.ref }]
    : [],
}));

const around = (kind: string, type: string, refOf: 'domain' | 'owner') =>
  [
    ...new Set(
      sampleProducts.flatMap(product => {
        const ref = product[refOf]?.ref;
        return ref?.startsWith(`${kind.toLowerCase()}:`) ? [ref] : [];
      }),
    ),
  ].map(
    (ref): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name: ref.split('/')[1], namespace: 'default' },
      spec: { type: 'team', children: [] },
      relations: sampleProducts
        .filter(product => product[refOf]?.ref === ref)
        .map(product => ({ type, targetRef: product.ref })),
    }),
  );

/** The catalog that goes with the sample products. */
export const sampleEntities: Entity[] = [
  ...products,
  ...around('Domain', 'hasPart', 'domain'),
  ...around('Group', 'ownerOf', 'owner'),
  ...around('User', 'ownerOf', 'owner'),
];
