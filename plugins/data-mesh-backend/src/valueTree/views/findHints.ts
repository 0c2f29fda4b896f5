import {
  Hint,
  HintModel,
  hintsOf,
  Standing,
  ValueTreeQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../../visibility/links';
import { KnownProducts } from '../store/readProducts';
import { StoredTree } from '../store/TreeReader';
import { TreeInView } from './TreeInView';

/** Which part of the tree hints are asked for. */
export type HintScope = Pick<ValueTreeQuery, 'domain' | 'product' | 'root'> & {
  /** Ids of nodes. */
  shown: ReadonlySet<string>;
};

/** All hints of a tree, and what they were found with the last time. */
const known = new WeakMap<
  StoredTree,
  {
    day: string;
    products: KnownProducts;
    maxActiveBets?: number;
    hints: HintModel[];
  }
>();

/**
 * Finds hints about the nodes that are shown, and about products and domains
 * that are asked for.
 *
 * They are told from all of the tree: who does not see that a goal is served
 * is not told that nobody does, or to mend what is fine.
 */
export function findHints(
  view: TreeInView,
  scope: HintScope,
  standings: ReadonlyMap<string, Standing>,
): HintModel[] {
  return allHints(view, standings).filter(
    scopeOf(scope, view.products.byRef, view.whole.links),
  );
}

function allHints(
  { whole, products, maxActiveBets, viewer: { day } }: TreeInView,
  standings: ReadonlyMap<string, Standing>,
): HintModel[] {
  const before = known.get(whole);
  if (
    before?.day === day &&
    before.products === products &&
    before.maxActiveBets === maxActiveBets
  ) {
    return before.hints;
  }
  const hints = hintsOf(whole, {
    today: day,
    maxActiveBets,
    products: products.living,
    standings,
  });
  known.set(whole, { day, products, maxActiveBets, hints });
  return hints;
}

function scopeOf(
  { domain, product, root, shown }: HintScope,
  products: KnownProducts['byRef'],
  links: TreeInView['whole']['links'],
): (hint: HintModel) => boolean {
  const linked = new Set(
    root === undefined
      ? []
      : [...shown].flatMap(id => links[id]?.products ?? []),
  );
  return hint => {
    if (hint.node !== undefined) {
      return shown.has(hint.node);
    }
    if (hint.product !== undefined) {
      return (
        (product === undefined || hint.product === product) &&
        (domain === undefined ||
          products.get(hint.product)?.domain === domain) &&
        (root === undefined || linked.has(hint.product))
      );
    }
    return (
      product === undefined &&
      root === undefined &&
      (domain === undefined || hint.domain === domain)
    );
  };
}

/** Names what hints are about; those about what is hidden are left out. */
export function describeHints(
  hints: readonly HintModel[],
  name: NameEntity,
): Hint[] {
  return hints.flatMap(({ product, domain, ...hint }): Hint[] => {
    const named = { product: name(product), domain: name(domain) };
    // Of a product, the domain is only where it is
    const isHidden = product ? !named.product : domain && !named.domain;
    return isHidden ? [] : [{ ...hint, ...named }];
  });
}
