import { MeasureModel, NodeModel, TreeModel } from '../../../valueTree';
import { effectiveDomains } from '../../../valueTree/tree/effectiveDomains';
import { indexTree, TreeIndex } from '../../../valueTree/tree/indexTree';
import { servedGoal } from '../../../valueTree/tree/servedGoal';
import { ProductDescription } from '../ProductDescription';
import { GoalMeasure, lookAt } from './goalMeasures';

/**
 * That something was shown on a day: a node reached what it was for, or was
 * stopped on evidence.
 *
 * @public
 */
export interface GoalProof {
  nodeId: string;
  /** A day in ISO 8601. */
  day: string;
}

/**
 * How the goals of a domain stand.
 *
 * @public
 */
export interface DomainGoals {
  /** Those that are not dropped. */
  goals: number;
  /** Those of them that serve another goal. */
  withParent: number;
  active: number;
  /** Active ones with a complete primary measure. */
  measured: number;
  /** Active ones whose complete primary measure has no recent reading. */
  stale: number;
  /** Measures of active ones that move the right way and are read. */
  moving: number;
  /** The last day on which something was proven; absent: never. */
  provenAt?: string;
}

type Goal = { id: string; isActive: boolean; primary?: MeasureModel };

/**
 * What facts need to know of the value tree on a day. It is built once a pass
 * and looks at what it is asked for.
 *
 * @public
 */
export class GoalIndex {
  readonly #today: string;
  readonly #tree: TreeIndex;
  readonly #linked = new Map<string, string[]>();
  readonly #ofDomain = new Map<string, NodeModel[]>();
  readonly #provenAt = new Map<string, string>();
  readonly #looks = new Map<string, GoalMeasure>();

  constructor(
    tree: TreeModel,
    options: {
      /** The UTC day that it is looked at. */
      today: string;
      proofs?: readonly GoalProof[];
    },
  ) {
    this.#today = options.today;
    this.#tree = indexTree(tree);
    for (const [id, { products }] of Object.entries(tree.links)) {
      if (this.#tree.byId.has(id)) {
        products.forEach(ref => put(this.#linked, ref, id));
      }
    }
    const domains = effectiveDomains(tree);
    for (const node of tree.nodes) {
      put(this.#ofDomain, domains.get(node.id), node);
    }
    for (const { nodeId, day } of options.proofs ?? []) {
      if (day > (this.#provenAt.get(nodeId) ?? '')) {
        this.#provenAt.set(nodeId, day);
      }
    }
  }

  /** Ids of the nodes that a data product is linked to in the tree. */
  linkedTo(product: string): readonly string[] {
    return this.#linked.get(product) ?? [];
  }

  /** The same with what its catalog file names, each once. */
  initiativesOf(
    product: Pick<ProductDescription, 'ref' | 'initiatives'>,
  ): string[] {
    const linked = this.linkedTo(product.ref);
    return [...new Set([...product.initiatives, ...linked])];
  }

  /**
   * The goals that nodes lead to: of each the nearest one at or above it. What
   * was stopped leads nowhere, nor does what is not in the tree.
   *
   * @returns how many are active, and of how many of these the primary measure
   * has a recent reading
   */
  ledTo(ids: readonly string[]): { active: number; living: number } {
    const active = this.#goalsOf(ids).filter(({ isActive }) => isActive);
    const living = active.filter(({ primary }) => this.#look(primary)?.isRead);
    return { active: active.length, living: living.length };
  }

  ofDomain(ref: string): DomainGoals {
    const nodes = this.#ofDomain.get(ref) ?? [];
    const goals = nodes.filter(
      ({ kind, state }) => kind === 'goal' && state !== 'dropped',
    );
    const active = goals.filter(({ state }) => state === 'active');
    const primary = active.flatMap(({ id }) => {
      const look = this.#look(this.#primaryOf(id));
      return look?.isComplete ? [look] : [];
    });
    return {
      goals: goals.length,
      withParent: goals.filter(one => this.#parentOf(one)?.kind === 'goal')
        .length,
      active: active.length,
      measured: primary.length,
      stale: primary.filter(({ isRead }) => !isRead).length,
      moving: active
        .flatMap(({ id }) => this.#tree.measuresOf(id))
        .filter(measure => this.#look(measure)?.isMoving).length,
      provenAt: this.#lastProofOf(nodes),
    };
  }

  /**
   * All that {@link GoalIndex.ledTo} reads of a node but the day, to tell by
   * its JSON whether it became another.
   */
  behindNode(id: string): unknown {
    return this.#goalsOf([id]).map(goal => [
      goal.id,
      goal.isActive,
      goal.primary?.fields,
      goal.primary?.readings,
    ]);
  }

  /** The same for {@link GoalIndex.ofDomain}. */
  behindDomain(ref: string): unknown {
    return this.#ofDomain
      .get(ref)
      ?.map(node => [
        node.id,
        node.kind,
        node.state,
        this.#parentOf(node)?.kind,
        this.#provenAt.get(node.id),
        this.#tree
          .measuresOf(node.id)
          .map(({ fields, readings }) => [fields, readings]),
      ]);
  }

  #goalsOf(ids: readonly string[]): Goal[] {
    const goals = new Map<string, Goal>();
    for (const nodeId of ids) {
      const served = servedGoal(this.#tree, nodeId);
      if (served?.isServed) {
        const { id, state } = served.goal;
        const isActive = state === 'active';
        goals.set(id, { id, isActive, primary: this.#primaryOf(id) });
      }
    }
    return [...goals.values()];
  }

  #parentOf({ parentId }: NodeModel): NodeModel | undefined {
    return parentId === undefined ? undefined : this.#tree.byId.get(parentId);
  }

  #primaryOf(nodeId: string): MeasureModel | undefined {
    return this.#tree.measuresOf(nodeId).find(({ fields }) => fields.primary);
  }

  /** What is not pursued, or was given up, has reached nothing. */
  #lastProofOf(nodes: readonly NodeModel[]): string | undefined {
    const pursued = nodes.filter(
      ({ state }) => !['proposed', 'stopped', 'dropped'].includes(state),
    );
    const days = [
      ...nodes.map(({ id }) => this.#provenAt.get(id)),
      ...pursued
        .flatMap(({ id }) => this.#tree.measuresOf(id))
        .map(measure => this.#look(measure)?.reachedAt),
    ];
    return days
      .filter((day): day is string => day !== undefined && day <= this.#today)
      .sort()
      .at(-1);
  }

  #look(measure: MeasureModel | undefined): GoalMeasure | undefined {
    if (!measure) {
      return undefined;
    }
    const look = this.#looks.get(measure.id) ?? lookAt(measure, this.#today);
    this.#looks.set(measure.id, look);
    return look;
  }
}

/**
 * The index of a tree without nodes.
 *
 * @public
 */
export const noGoals = new GoalIndex(
  { nodes: [], measures: [], links: {} },
  { today: '9999-12-31' },
);

function put<T>(
  lists: Map<string, T[]>,
  key: string | undefined,
  value: T,
): void {
  if (key !== undefined) {
    const list = lists.get(key);
    if (list) {
      list.push(value);
    } else {
      lists.set(key, [value]);
    }
  }
}
