import { isClosed } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { MeasureStore, StoredMeasure } from '../valueTree/store/MeasureStore';
import { NodeStore, StoredNode } from '../valueTree/store/NodeStore';
import { dueReading } from './dueReading';
import {
  decisionDue,
  goalWithoutMeasure,
  helpWanted,
  readingDue,
} from './goalNotices';
import { GoalTree } from './GoalTree';
import { NodeTimes } from './NodeTimes';
import { Notice } from './Notice';

const DAY = 24 * 60 * 60 * 1000;
/** How long somebody may take to write a measure before it is asked for. */
const DAYS_TO_MEASURE = 7;
const AT_WORK: readonly StoredNode['state'][] = ['active', 'stop-ready'];

type Window = {
  /** Nothing older is told any more: a time. */
  since: string;
  /** Nothing newer is told yet: a time. */
  settledBefore: string;
};

/**
 * Finds in the value tree what is due: readings, decisions and measures, and
 * where help is wanted. Each is told when it begins to be so, not again while
 * it is, and not when it was so before it was entered.
 */
export class GoalNews {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @param today - UTC day */
  async find(today: string, window: Window): Promise<Notice[]> {
    const nodes = await new NodeStore(this.#knex).all();
    const measures = await new MeasureStore(this.#knex).all();
    const tree = new GoalTree(nodes, measures);
    const wanting = nodes.filter(wantsHelp);
    const unmeasured = tree.goalsWithoutMeasure();
    const times = await NodeTimes.of(
      this.#knex,
      [...wanting, ...unmeasured].map(({ id }) => id),
    );
    return [
      ...measures.flatMap(one => this.#reading(one, tree, today, window)),
      ...nodes.flatMap(node => this.#decision(node, tree, today, window)),
      ...unmeasured.flatMap(goal => this.#measure(goal, tree, times, window)),
      ...wanting.flatMap(node => this.#help(node, tree, times, window)),
    ];
  }

  #reading(
    measure: StoredMeasure,
    tree: GoalTree,
    today: string,
    window: Window,
  ): Notice[] {
    const node = tree.get(measure.nodeId);
    const due =
      node && AT_WORK.includes(node.state) && dueReading(measure, today);
    const { owner } = measure.fields;
    return due && isNews(due.day, measure.updatedAt, window)
      ? [readingDue(measure, node, due, owner ? [owner] : tree.ownersOf(node))]
      : [];
  }

  #decision(
    node: StoredNode,
    tree: GoalTree,
    today: string,
    window: Window,
  ): Notice[] {
    const { reviewAt } = node.fields;
    return reviewAt &&
      reviewAt <= today &&
      reviewAt > node.createdAt.slice(0, 10) &&
      !isClosed(node.state) &&
      isNews(reviewAt, node.updatedAt, window)
      ? [decisionDue(node, reviewAt, tree.ownersOf(node))]
      : [];
  }

  #measure(
    goal: StoredNode,
    tree: GoalTree,
    times: NodeTimes,
    window: Window,
  ): Notice[] {
    const active = times.since(goal.id, ({ state }) => state === 'active');
    const gone = times.measureGone(goal.id) ?? '';
    const entered = active?.at ?? goal.createdAt;
    const begun = gone > entered ? gone : entered;
    const day = new Date(Date.parse(begun) + DAYS_TO_MEASURE * DAY);
    return isNews(day.toISOString(), begun, window)
      ? [goalWithoutMeasure(goal, begun.slice(0, 10), tree.ownersOf(goal))]
      : [];
  }

  #help(
    node: StoredNode,
    tree: GoalTree,
    times: NodeTimes,
    window: Window,
  ): Notice[] {
    const said = times.since(
      node.id,
      ({ fields }) =>
        'helpWanted' in fields && fields.helpWanted === node.fields.helpWanted,
    );
    return said && !said.isBaseline && isNews(said.at, said.at, window)
      ? [helpWanted(node, tree.sponsorsOf(node))]
      : [];
  }
}

/**
 * @param begin - a time, or the day at the start of which it began
 * @param changedAt - when it was changed last: that may be changed again
 */
function isNews(begin: string, changedAt: string, window: Window): boolean {
  const at = begin.length === 10 ? `${begin}T00:00:00.000Z` : begin;
  return (
    at >= window.since &&
    at < window.settledBefore &&
    changedAt < window.settledBefore
  );
}

function wantsHelp({ state, fields }: StoredNode): boolean {
  return Boolean(fields.helpWanted) && !isClosed(state);
}
