import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

export const neighboursDeclarations = {
  'repository.isOwn': fact({
    type: 'bool',
    description: 'No other product has the same repository or folder',
    note: 'Not known while its source location is not known.',
    source: 'catalog',
    example: true,
  }),
  'similar.products': fact({
    type: 'list<string>',
    description: 'Products whose title, purpose and keys are much the same',
    source: 'catalog, contract',
    example: ['Customer orders'],
  }),
};

/** How the product stands beside the others. */
export function neighboursFacts({
  product,
  sourceSharedWith,
  similar,
}: ProductContext): FactsOf<typeof neighboursDeclarations> {
  return {
    repository: {
      isOwn: product.sourceLocation ? sourceSharedWith.length === 0 : null,
    },
    similar: { products: similar },
  };
}
