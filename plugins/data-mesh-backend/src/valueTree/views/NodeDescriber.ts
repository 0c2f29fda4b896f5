import {
  Hint,
  isClosed,
  Measure,
  OverdueReading,
  RollUp,
  Standing,
  TreeNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../../visibility/links';
import { StoredMeasure } from '../store/MeasureStore';
import { StoredNode } from '../store/NodeStore';
import { describeMeasure } from './describeMeasure';
import { LinkedProducts } from './LinkedProducts';
import { mayOf } from './mayOf';
import { TreeInView } from './TreeInView';

/** All that nodes are described by, besides what they say themselves. */
type Parts = {
  view: TreeInView;
  name: NameEntity;
  products: LinkedProducts;
  standings: ReadonlyMap<string, Standing>;
  rollUps: ReadonlyMap<string, RollUp>;
  hints: ReadonlyMap<string, readonly Hint[]>;
  /** Ids of the goals and bets to which none leads, of all of the tree. */
  withoutProducts: ReadonlySet<string>;
};

/** Describes nodes as the rows of the tree that they are. */
export class NodeDescriber {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  describe(node: StoredNode): TreeNode {
    const { view, name, products, rollUps, hints, withoutProducts } =
      this.#parts;
    const { fields } = node;
    const domain = view.domainOf(node.id);
    const measures = view.measuresOf(node.id);
    const primary = measures.find(measure => measure.fields.primary);
    return {
      id: node.id,
      kind: node.kind,
      parentId: view.isSeen(node.parentId) ? node.parentId : undefined,
      isAdrift: view.isAdrift(node) || undefined,
      title: fields.title,
      state: node.state,
      domain: name(domain),
      owner: name(fields.owner),
      sponsor: name(fields.sponsor),
      stance: fields.stance,
      rank: fields.rank,
      mandatory: fields.mandatory,
      helpWanted: fields.helpWanted,
      reviewAt: fields.reviewAt,
      stopRule: fields.stopRule,
      useCases: fields.useCases,
      primary: primary && this.describeMeasure(primary, node),
      measures: measures.length,
      toRead: this.#toRead(node, measures),
      rollUp: rollUps.get(node.id) ?? { counts: {} },
      hints: [...(hints.get(node.id) ?? [])],
      products: products.of(node.id, name),
      withoutProduct: withoutProducts.has(node.id) || undefined,
      backlog: view.backlogOf(node.id).length,
      managedBy: node.managedBy,
      version: node.version,
      may: mayOf(node, domain, view.viewer),
    };
  }

  #toRead(
    { state }: StoredNode,
    measures: readonly StoredMeasure[],
  ): OverdueReading[] | undefined {
    const { view, standings } = this.#parts;
    const overdue = isClosed(state)
      ? []
      : measures.flatMap(({ id, fields: { name } }): OverdueReading[] => {
          const { status, dueAt } = standings.get(id) ?? {};
          return dueAt !== undefined &&
            dueAt < view.viewer.day &&
            status !== 'achieved'
            ? [
                {
                  id,
                  name,
                  dueAt,
                  ...(status === 'stale' && { isStale: true }),
                },
              ]
            : [];
        });
    return overdue.length > 0 ? overdue : undefined;
  }

  describeMeasure(measure: StoredMeasure, node: StoredNode): Measure {
    const { view, name, standings } = this.#parts;
    return describeMeasure(
      measure,
      node,
      view.viewer,
      name,
      standings.get(measure.id),
    );
  }
}
