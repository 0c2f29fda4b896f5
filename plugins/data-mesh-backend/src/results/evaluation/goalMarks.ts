import { ProductDescription } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { markOf } from '../digest';
import { Mesh } from '../mesh/Mesh';
import { ProductOutcome } from './evaluateProduct';

/**
 * Marks of what the value tree alone decides about a product: by the id of
 * each initiative where it leads, and by its own ref what it and its users
 * are linked to.
 */
export function goalMarksOfProduct(
  { context: { goals }, index }: Mesh,
  product: ProductDescription,
): Record<string, string> {
  const { ref } = product;
  const named = new Set(index.namedInitiativesOfUsers(ref));
  const linked = index.of(ref).initiativesOfUsers.filter(id => !named.has(id));
  return {
    ...Object.fromEntries(
      goals
        .initiativesOf(product)
        .map(id => [id, markOf(goals.behindNode(id))]),
    ),
    [ref]: markOf([goals.linkedTo(ref), linked]),
  };
}

/** The same for a domain, with what is so of its products. */
export function goalMarksOfDomain(
  { context: { goals } }: Mesh,
  ref: string,
  products: readonly Pick<ProductOutcome, 'goals'>[],
): Record<string, string> {
  return Object.assign({}, ...products.map(one => one.goals), {
    [ref]: markOf(goals.behindDomain(ref)),
  });
}
