import { MeasureStatus, RollUp, Standing } from '../api';
import { isClosed } from './kinds';
import { MeasureModel, NodeModel, TreeModel } from './model';
import { indexTree, TreeIndex } from './tree/indexTree';

/**
 * Statuses of measures, the worst first: that is what a roll-up tells. One that
 * is invalid comes before one that has no reading yet.
 *
 * @public
 */
export const worstFirst: readonly MeasureStatus[] = [
  'off-track',
  'missed',
  'at-risk',
  'stale',
  'invalid',
  'no-data',
  'too-early',
  'on-track',
  'achieved',
];

/**
 * Sums up how a node stands. Statuses are counted, values of unlike units are
 * never averaged.
 *
 * @param own - of its primary measure
 * @param counts - of the primary measures of its children, by status
 * @public
 */
export function rollUpOf(
  own: MeasureStatus | undefined,
  counts: RollUp['counts'],
): RollUp {
  const worst = worstFirst.find(status => (counts[status] ?? 0) > 0);
  return { ...(own && { own }), ...(worst && { worst }), counts };
}

/**
 * Sums up how each node of a tree stands. A child without a primary measure
 * passes on those of its own children. Children that are closed do not count.
 *
 * @param standings - by the id of the measure, see `standingsOf`
 * @returns by the id of the node
 * @public
 */
export function rollUpsOf(
  tree: TreeModel,
  standings: ReadonlyMap<string, Standing>,
): Map<string, RollUp> {
  const index = indexTree(tree);
  const rollUps = new Map<string, RollUp>();
  const open = new Set<string>();
  const visit = (node: NodeModel): RollUp => {
    const known = rollUps.get(node.id);
    if (known) {
      return known;
    }
    open.add(node.id);
    const counts: RollUp['counts'] = {};
    for (const child of index.childrenOf(node.id)) {
      if (!isClosed(child.state) && !open.has(child.id)) {
        addTo(counts, passedOn(visit(child)));
      }
    }
    open.delete(node.id);
    const rollUp = rollUpOf(ownStatus(index, node, standings), counts);
    rollUps.set(node.id, rollUp);
    return rollUp;
  };
  tree.nodes.forEach(visit);
  return rollUps;
}

/** What a node tells the one above it. */
function passedOn({ own, counts }: RollUp): RollUp['counts'] {
  return own ? { [own]: 1 } : counts;
}

function addTo(counts: RollUp['counts'], more: RollUp['counts']) {
  for (const status of worstFirst) {
    const count = more[status];
    if (count) {
      counts[status] = (counts[status] ?? 0) + count;
    }
  }
}

function ownStatus(
  index: TreeIndex,
  node: NodeModel,
  standings: ReadonlyMap<string, Standing>,
): MeasureStatus | undefined {
  const primary = primaryOf(index.measuresOf(node.id));
  return primary && standings.get(primary.id)?.status;
}

/** The measure that tells how a node stands. */
export function primaryOf(
  measures: readonly MeasureModel[],
): MeasureModel | undefined {
  return measures.find(measure => measure.fields.primary);
}
