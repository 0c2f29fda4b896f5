import { MeasureFields, NodeFields, NodeKind, NodeState } from '../../api';
import { addDays } from '../days';
import { MeasureModel, NodeLinks, NodeModel, TreeModel } from '../model';

/** The day that tests look at. */
export const today = '2026-03-01';

/** The day that lies so many days after that. */
export function day(offset: number): string {
  return addDays(today, offset)!;
}

/** A lagging measure from 0 a hundred days ago to 100 in a hundred days. */
export function fieldsWith(
  changes: Partial<MeasureFields> = {},
): MeasureFields {
  return {
    name: 'hours saved',
    class: 'customer-value',
    timing: 'lagging',
    direction: 'increase',
    unit: 'h',
    baseline: { value: 0, date: day(-100) },
    target: { value: 100, date: day(100) },
    cadenceDays: 30,
    primary: true,
    ...changes,
  };
}

/** A measure with readings as `[offset in days, value]`. */
export function measureWith(
  changes: Partial<MeasureFields> = {},
  readings: readonly (readonly [number, number])[] = [],
): MeasureModel {
  return {
    id: 'M-1',
    nodeId: 'G-1',
    fields: fieldsWith(changes),
    readings: readings.map(([offset, value]) => ({
      date: day(offset),
      value,
    })),
  };
}

type Seed = {
  state?: NodeState;
  measures?: readonly MeasureModel[];
  links?: Partial<NodeLinks>;
} & Partial<NodeFields>;

/** Builds a tree of nodes that lack nothing but what a test takes away. */
export class TreeBuilder {
  readonly #nodes: NodeModel[] = [];
  readonly #measures: MeasureModel[] = [];
  readonly #links: Record<string, NodeLinks> = {};

  add(kind: NodeKind, id: string, parentId?: string, seed: Seed = {}): this {
    const { state = 'active', measures = [], links, ...fields } = seed;
    this.#nodes.push({
      id,
      kind,
      parentId,
      state,
      fields: { title: `Better ${id}`, ...fields },
    });
    measures.forEach((measure, at) =>
      this.#measures.push({
        ...measure,
        id: `${id}-M${at + 1}`,
        nodeId: id,
      }),
    );
    if (links) {
      this.#links[id] = { products: [], backlog: [], ...links };
    }
    return this;
  }

  build(): TreeModel {
    return {
      nodes: this.#nodes,
      measures: this.#measures,
      links: this.#links,
    };
  }
}

/** Two measures about which there is nothing to say. */
export const fineMeasures: readonly MeasureModel[] = [
  measureWith({}, [[-1, 50]]),
  measureWith({ timing: 'leading', primary: false }, [[-1, 50]]),
];

/** A company goal, a goal of a domain, a bet and an initiative: all is well. */
export function fineTree(
  changes: {
    vision?: Seed;
    company?: Seed;
    goal?: Seed;
    bet?: Seed;
    initiative?: Seed;
  } = {},
): TreeBuilder {
  return new TreeBuilder()
    .add('vision', 'V', undefined, changes.vision)
    .add('goal', 'CG', 'V', { measures: fineMeasures, ...changes.company })
    .add('goal', 'DG', 'CG', {
      domain: 'domain:default/lab',
      measures: fineMeasures,
      ...changes.goal,
    })
    .add('bet', 'B', 'DG', {
      stopRule: 'Nobody uses it',
      reviewAt: day(10),
      ...changes.bet,
    })
    .add('initiative', 'I', 'B', {
      useCases: ['See slow tests'],
      links: {
        products: ['dataproduct:default/orders'],
        backlog: [{ provider: 'url', ref: 'https://example.com/1' }],
      },
      ...changes.initiative,
    });
}
