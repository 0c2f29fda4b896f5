import { isClosed } from '../kinds';
import { NodeModel } from '../model';
import { servedGoal } from '../tree/servedGoal';
import { HintContext, ProductFacts } from './HintContext';
import { HintModel } from './hintCodes';

/**
 * Finds products that lead to no goal that lives. One that is read by another
 * that does, directly or through others, has a way too.
 */
export function productHints(context: HintContext): HintModel[] {
  const { products } = context;
  const goals = goalsByProduct(context);
  const served = withInputs(
    products,
    [...products.keys()].filter(ref => goals.get(ref)?.isServed),
  );
  return [...products.values()]
    .filter(({ ref }) => !served.has(ref))
    .map(({ ref: product, domain }) => {
      const about = { product, ...(domain !== undefined && { domain }) };
      const all = [...(goals.get(product)?.goals ?? [])];
      return all.length > 0 && all.every(goal => isClosed(goal.state))
        ? { code: 'product-of-closed-goals', ...about, value: all.length }
        : { code: 'product-without-goal', ...about };
    });
}

type Goals = { goals: Set<NodeModel>; isServed: boolean };

function goalsByProduct({
  tree,
  index,
  productsOf,
}: HintContext): Map<string, Goals> {
  const found = new Map<string, Goals>();
  for (const { id } of tree.nodes) {
    const refs = productsOf(id);
    const served = refs.size > 0 ? servedGoal(index, id) : undefined;
    if (served) {
      for (const ref of refs) {
        const known = found.get(ref) ?? { goals: new Set(), isServed: false };
        known.goals.add(served.goal);
        known.isServed = known.isServed || served.isServed;
        found.set(ref, known);
      }
    }
  }
  return found;
}

/** These products with all that they read, directly and through others. */
function withInputs(
  products: ReadonlyMap<string, ProductFacts>,
  refs: readonly string[],
): Set<string> {
  const all = new Set(refs);
  const waiting = [...refs];
  while (waiting.length > 0) {
    for (const input of products.get(waiting.pop()!)?.inputs ?? []) {
      if (!all.has(input)) {
        all.add(input);
        waiting.push(input);
      }
    }
  }
  return all;
}
