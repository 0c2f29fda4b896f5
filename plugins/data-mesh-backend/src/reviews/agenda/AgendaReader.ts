import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  REVIEW_DAYS,
  ReviewAgenda,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { EvidenceStore } from '../../evidence/EvidenceStore';
import { groupBy } from '../../lists';
import { refsOfChange, toChange } from '../../resultViews/changes';
import { Outlines } from '../../resultViews/Outlines';
import { StoredResults } from '../../resultViews/StoredResults';
import {
  DecisionStore,
  StoredDecision,
} from '../../valueTree/store/DecisionStore';
import { StoredNode } from '../../valueTree/store/NodeStore';
import { NodePaths } from '../../valueTree/rights/NodePaths';
import { askedNodes } from '../../valueTree/views/askedNodes';
import { describeNodes } from '../../valueTree/views/describeNodes';
import { readTree, ViewParts } from '../../valueTree/views/readTree';
import { TreeInView } from '../../valueTree/views/TreeInView';
import { personOf } from '../../valueTree/views/Viewer';
import { NameEntity } from '../../visibility/links';
import { ReviewStore, StoredReview } from '../ReviewStore';
import { describeProduct, funderOf } from './describeProduct';
import { dueNodes } from './dueNodes';
import { openPoints } from './openPoints';
import {
  GoneNode,
  readDecisions,
  readGoneNodes,
  readLevelChanges,
  readNodeChanges,
  readProducts,
  readReadings,
  readUsers,
} from './rows';

const DAY = 24 * 60 * 60 * 1000;
/** So far back it is looked what was said about a product. */
const EARLIER_REVIEWS = 8;

/** What a review goes through, and all that its minutes are made from. */
export type AgendaInView = {
  agenda: ReviewAgenda;
  view: TreeInView;
  /** Those of the domain, parents before children. */
  nodes: readonly StoredNode[];
  name: NameEntity;
  /** Levels of the domain, by the ids of its dimensions. */
  dimensions: Record<string, number>;
  /** Made in the review, the newest first. */
  decisions: StoredDecision[];
};

/** Tells which questions a caller may answer, by the refs of entities. */
export type ReadAsked = (
  refs: readonly string[],
  credentials: BackstageCredentials,
) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * Puts together what a review goes through, from stored rows, in a number of
 * statements that does not grow with the domain.
 */
export class AgendaReader {
  readonly #parts: ViewParts;
  readonly #outlines: Outlines;
  readonly #stored: StoredResults;
  readonly #evidence: Pick<EvidenceStore, 'wordsAbout'>;
  readonly #readAsked: ReadAsked;

  constructor(
    options: ViewParts & {
      outlines: Outlines;
      evidence: Pick<EvidenceStore, 'wordsAbout'>;
      readAsked: ReadAsked;
    },
  ) {
    this.#parts = options;
    this.#outlines = options.outlines;
    this.#stored = new StoredResults(options.knex, options.outlines);
    this.#evidence = options.evidence;
    this.#readAsked = options.readAsked;
  }

  async read(
    review: StoredReview,
    credentials: BackstageCredentials,
  ): Promise<AgendaInView> {
    const { knex } = this.#parts;
    const { domain } = review;
    const view = await readTree(this.#parts, credentials);
    const { visibility, day: today } = view.viewer;
    const earlier = await new ReviewStore(knex).lastOf(domain, EARLIER_REVIEWS);
    const since =
      earlier[0]?.closedAt ??
      new Date(Date.parse(today) - REVIEW_DAYS * DAY).toISOString();
    const products = await readProducts(knex, domain, visibility);
    const refs = products.map(({ ref }) => ref);
    const [users, rules, levels, words, asked, decisions] = await Promise.all([
      readUsers(knex, refs),
      this.#stored.getRules([domain, ...refs]),
      this.#stored.getLevels([domain]),
      this.#evidence.wordsAbout(refs),
      this.#readAsked(refs, credentials),
      new DecisionStore(knex).ofReview(review.id),
    ]);
    const isOfDomain = (id: string) => view.domainOf(id) === domain;
    const nodes = askedNodes(view.seen.nodes, { isOfDomain }).filter(node =>
      isOfDomain(node.id),
    );
    const changed = await this.#readChanges(review, since, view, nodes);
    const { describer, name } = await describeNodes(
      knex,
      view,
      nodes,
      { domain },
      [
        domain,
        ...refs,
        ...products.flatMap(({ owner, funding }) => [
          owner,
          funderOf(funding?.run),
        ]),
        ...users.map(({ team }) => team),
        ...earlier.slice(0, 1).flatMap(usersIn),
        ...[...words.values()].flat().map(({ source }) => personOf(source)),
        ...changed.levels.rows.flatMap(row =>
          refsOfChange(row).filter(ref => ref !== undefined),
        ),
        ...peopleIn(review),
        ...decisions.map(({ by }) => personOf(by)),
      ],
    );
    const points = openPoints(rules, this.#outlines, name);
    const pointsOf = groupBy(points, ({ entity }) => entity.ref);
    const rulesOf = groupBy(rules, ({ subjectRef }) => subjectRef);
    const usersOf = groupBy(users, ({ product }) => product);
    const described = products.flatMap(
      product =>
        describeProduct(
          product,
          {
            today,
            records: words.get(product.ref) ?? [],
            users: (usersOf.get(product.ref) ?? []).map(({ team }) => team),
            rules: rulesOf.get(product.ref) ?? [],
            points: pointsOf.get(product.ref) ?? [],
            earlier,
            asked: asked.get(product.ref) ?? new Set(),
          },
          name,
        ) ?? [],
    );
    return {
      view,
      nodes,
      name,
      decisions,
      dimensions: levels.find(({ dimensions }) => dimensions)?.dimensions ?? {},
      agenda: {
        since: since.slice(0, 10),
        isFirst: earlier.length === 0,
        changes: changed.describe(name),
        products: [
          ...described.filter(isDueIn(review)),
          ...described.filter(product => !isDueIn(review)(product)),
        ],
        ownership: points,
        nodes: dueNodes(
          nodes.map(node => describer.describe(node)),
          new Map(
            // The newest one counts.
            [...decisions].reverse().map(({ nodeId, type }) => [nodeId, type]),
          ),
          today,
        ),
      },
    };
  }

  async #readChanges(
    { id, domain }: StoredReview,
    since: string,
    view: TreeInView,
    nodes: readonly GoneNode[],
  ) {
    const { knex } = this.#parts;
    const day = since.slice(0, 10);
    const measures = nodes.flatMap(node => view.measuresOf(node.id));
    const gone = await this.#goneNodes(domain, since, view);
    const [levels, readings, decisions, changes] = await Promise.all([
      readLevelChanges(knex, domain, since, view.viewer.visibility),
      readReadings(
        knex,
        measures.map(measure => measure.id),
        day,
      ),
      readDecisions(
        knex,
        nodes.map(node => node.id),
        day,
        id,
      ),
      readNodeChanges(
        knex,
        [...nodes, ...gone].map(node => node.id),
        since,
      ),
    ]);
    const nodeOf = new Map([...gone, ...nodes].map(node => [node.id, node]));
    const measureOf = new Map(measures.map(measure => [measure.id, measure]));
    const titleOf = (node: string) => nodeOf.get(node)?.fields.title ?? node;
    return {
      levels,
      describe: (name: NameEntity): ReviewAgenda['changes'] => ({
        levels: levels.rows.map(row => toChange(row, name, this.#outlines)),
        levelsTotal: levels.total,
        readings: readings.flatMap(({ measure, ...reading }) => {
          const { nodeId, fields } = measureOf.get(measure) ?? {};
          return nodeId && fields
            ? [
                {
                  ...reading,
                  nodeId,
                  node: titleOf(nodeId),
                  measureId: measure,
                  measure: fields.name,
                  unit: fields.unit,
                },
              ]
            : [];
        }),
        decisions: decisions.flatMap(decision => {
          const node = nodeOf.get(decision.nodeId);
          return node
            ? [{ ...decision, node: node.fields.title, kind: node.kind }]
            : [];
        }),
        nodes: changes.flatMap(change => {
          const node = nodeOf.get(change.id);
          return node
            ? [{ ...change, kind: node.kind, title: node.fields.title }]
            : [];
        }),
      }),
    };
  }

  /** Those that were of the domain. */
  async #goneNodes(
    domain: string,
    since: string,
    view: TreeInView,
  ): Promise<GoneNode[]> {
    const gone = await readGoneNodes(this.#parts.knex, since);
    const paths = new NodePaths<GoneNode>([...view.whole.nodes, ...gone]);
    return gone.filter(node => paths.domainOf(node) === domain);
  }
}

function isDueIn({ sayings }: StoredReview) {
  return ({ isDue, product }: ReviewProduct) =>
    isDue || sayings[product.ref] !== undefined;
}

/** All people that a review names. */
export function peopleIn(
  review: Pick<
    StoredReview,
    'participants' | 'sayings' | 'startedBy' | 'closedBy'
  >,
): string[] {
  const { participants, sayings, startedBy, closedBy } = review;
  return [
    ...participants,
    ...Object.values(sayings).map(({ by }) => by),
    startedBy,
    ...(closedBy ? [closedBy] : []),
  ];
}

function usersIn({ snapshot }: StoredReview): string[] {
  return snapshot?.products.flatMap(({ users }) => users) ?? [];
}
