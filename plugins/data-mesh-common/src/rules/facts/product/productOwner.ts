import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

export const productOwnerDeclarations = {
  'productOwner.isNamed': fact({
    type: 'bool',
    description: 'A product owner is named',
    source: 'catalog file',
    example: true,
  }),
  'productOwner.exists': fact({
    type: 'bool',
    description: 'The product owner is a person in the catalog',
    source: 'catalog',
    example: true,
  }),
  'productOwner.isInOwnerGroup': fact({
    type: 'bool',
    description:
      'The product owner is a member of the group that owns the product, or of a group below it',
    source: 'catalog',
    example: true,
  }),
  'productOwner.products': fact({
    type: 'int',
    description: 'Products that its product owner answers for',
    source: 'catalog',
    example: 4,
  }),
  'productOwner.capacity': fact({
    type: 'double',
    unit: 'share',
    description: 'Share of the product owner’s time that is given to data',
    source: 'evidence',
    example: 0.5,
  }),
};

/** The one accountable person. */
export function productOwnerFacts({
  product,
  mesh,
  productsOfOwner,
  ownerEvidence,
}: ProductContext): FactsOf<typeof productOwnerDeclarations> {
  const { organisation } = mesh;
  const { owner, productOwner } = product;
  const exists = organisation.hasUser(productOwner);
  const capacity = ownerEvidence['capacity.forData'];
  return {
    productOwner: {
      isNamed: productOwner !== undefined,
      exists,
      isInOwnerGroup:
        exists && productOwner && organisation.group(owner)
          ? organisation.peopleOf(owner as string).has(productOwner)
          : null,
      products: exists ? productsOfOwner : null,
      capacity: capacity ? (capacity.value as number) / 100 : null,
    },
  };
}
