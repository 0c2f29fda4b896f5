import {
  EntityLink,
  ProductSummary,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** What somebody who thinks of building on a product has to know first. */
export type ProductFault =
  | { kind: 'noTeam' | 'person' }
  | { kind: 'deprecated' | 'retired'; successor?: EntityLink };

/** The faults that show in every list, the worst first. */
export function faultsOf(
  product: Pick<ProductSummary, 'owner' | 'lifecycle' | 'successor'>,
): ProductFault[] {
  const faults: ProductFault[] = [];
  const { owner, successor } = product;
  if (!owner?.exists) {
    faults.push({ kind: 'noTeam' });
  }
  const lifecycle = product.lifecycle.toLocaleLowerCase('en-US');
  if (lifecycle === 'retired' || lifecycle === 'deprecated') {
    faults.push({ kind: lifecycle, successor });
  }
  if (owner?.exists && owner.ref.startsWith('user:')) {
    faults.push({ kind: 'person' });
  }
  return faults;
}

const weight = { noTeam: 4, retired: 3, deprecated: 2, person: 1 };

/** Puts what has faults first; otherwise the given order stays. */
export function worstFirst<
  T extends Pick<ProductSummary, 'owner' | 'lifecycle' | 'successor'>,
>(products: readonly T[]): T[] {
  const badness = (product: T) =>
    Math.max(0, ...faultsOf(product).map(fault => weight[fault.kind]));
  return [...products].sort((a, b) => badness(b) - badness(a));
}
