import {
  Hint,
  HintModel,
  hintsOf,
  ProductFacts,
  Standing,
  ValueTreeQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../../visibility/links';
import { digestOf } from '../../results/digest';
import { StoredTree } from '../store/TreeReader';
import { TreeInView } from './TreeInView';

/** Which part of the tree hints are asked for. */
export type HintScope = Pick<ValueTreeQuery, 'domain' | 'product' | 'root'> & {
  /** Ids of nodes. */
  shown: ReadonlySet<string>;
};

/** All hints of a tree, for the day and the products of the last time. */
const known = new WeakMap<StoredTree, { key: string; hints: HintModel[] }>();

/**
 * Finds hints about the nodes that are shown, and about products and domains
 * that are asked for.
 *
 * They are told from all of the tree: who does not see that a goal is served
 * is not told that nobody does, or to mend what is fine.
 */
export function findHints(
  { whole, maxActiveBets, viewer: { day } }: TreeInView,
  scope: HintScope,
  facts: {
    products: readonly ProductFacts[];
    standings: ReadonlyMap<string, Standing>;
  },
): HintModel[] {
  const isAsked = scopeOf(scope, facts.products, whole.links);
  const key = digestOf([day, maxActiveBets, facts.products]);
  const before = known.get(whole);
  const found =
    before?.key === key
      ? before.hints
      : hintsOf(whole, { today: day, maxActiveBets, ...facts });
  known.set(whole, { key, hints: found });
  return found.filter(isAsked);
}

function scopeOf(
  { domain, product, root, shown }: HintScope,
  products: readonly ProductFacts[],
  links: TreeInView['whole']['links'],
): (hint: HintModel) => boolean {
  const domains = new Map(products.map(one => [one.ref, one.domain]));
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
        (domain === undefined || domains.get(hint.product) === domain) &&
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
