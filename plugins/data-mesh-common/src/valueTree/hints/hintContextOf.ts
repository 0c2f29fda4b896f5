import { dayNumber } from '../days';
import { isClosed } from '../kinds';
import { standingsOf } from '../measures/standingOf';
import { NodeModel, TreeModel } from '../model';
import { effectiveDomains } from '../tree/effectiveDomains';
import { indexTree, TreeIndex } from '../tree/indexTree';
import { HintContext, HintOptions, ProductFacts } from './HintContext';

const none: ReadonlySet<string> = new Set();

/** Looks all up once, so that each hint is found without searching. */
export function hintContextOf(
  tree: TreeModel,
  options: HintOptions,
): HintContext {
  const { today, products = [] } = options;
  const index = indexTree(tree);
  const links = productsByNode(tree, products);
  return {
    tree,
    index,
    today: dayNumber(today),
    maxActiveBets: options.maxActiveBets ?? 5,
    backlogDays: options.backlogDays ?? 30,
    products: new Map(products.map(product => [product.ref, product])),
    productsOf: id => links.get(id) ?? none,
    standings: options.standings ?? standingsOf(tree, today),
    domains: effectiveDomains(tree),
    isMeasured: measuredGoals(index),
  };
}

function productsByNode(
  tree: TreeModel,
  products: readonly ProductFacts[],
): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>();
  for (const [id, linked] of Object.entries(tree.links)) {
    links.set(id, new Set(linked.products));
  }
  for (const { ref, nodes = [] } of products) {
    for (const id of nodes) {
      const known = links.get(id);
      if (known) {
        known.add(ref);
      } else {
        links.set(id, new Set([ref]));
      }
    }
  }
  return links;
}

function measuredGoals(index: TreeIndex): (goal: NodeModel) => boolean {
  const measured = new Map<string, boolean>();
  const visit = (goal: NodeModel): boolean => {
    const known = measured.get(goal.id);
    if (known !== undefined) {
      return known;
    }
    measured.set(goal.id, false);
    const found =
      index.measuresOf(goal.id).length > 0 ||
      index
        .childrenOf(goal.id)
        .some(
          child =>
            child.kind === 'goal' && !isClosed(child.state) && visit(child),
        );
    measured.set(goal.id, found);
    return found;
  };
  return visit;
}
