import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  isClosed,
  MyWork,
  Standing,
  standingOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { NodeRights } from '../../valueTree/rights/NodeRights';
import { StoredMeasure } from '../../valueTree/store/MeasureStore';
import { NodeStore, StoredNode } from '../../valueTree/store/NodeStore';
import { seenNodes } from '../../valueTree/views/seenNodes';
import { Viewer } from '../../valueTree/views/Viewer';
import { Visibility } from '../../visibility/Visibility';
import { Answering } from './Answering';
import { decisionDue, Due, readingDue, reviewDue } from './dueWork';
import { DomainReviews, readGroups, readMeasures, readReviews } from './rows';

type OfNode = { node: StoredNode; domain?: string };

/** A measure that is to be read. */
export type DueReading = OfNode & {
  measure: StoredMeasure;
  standing: Standing;
};

/** A goal for which help is wanted. */
export type HelpWanted = OfNode & {
  text: string;
  as: MyWork['helpWanted'][number]['as'];
};

/** Something that becomes due on a day to come. */
export type Coming = Omit<NonNullable<MyWork['next']>, 'title'> & {
  /** Of a domain, its ref instead. */
  title?: string;
  domain?: string;
};

/** What waits for a person in the value tree, before it is named. */
export type TreeWork = {
  viewer: Viewer;
  checkIns: DueReading[];
  bets: OfNode[];
  helpWanted: HelpWanted[];
  reviews: DomainReviews[];
  /** What becomes due first of all that is not due. */
  next?: Coming;
};

/** Those that are worked on; what is proposed or closed is not reported. */
const AT_WORK: readonly StoredNode['state'][] = ['active', 'stop-ready'];

/**
 * Finds what waits for a person in the value tree: what is theirs, and what
 * they may do. It takes a number of statements that does not grow with what
 * there is.
 */
export class TreeWorkReader {
  readonly #knex: Knex;
  readonly #rights: Pick<NodeRights, 'forCaller'>;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    rights: Pick<NodeRights, 'forCaller'>;
    now?: () => Date;
  }) {
    const { now = () => new Date() } = options;
    this.#knex = options.knex;
    this.#rights = options.rights;
    this.#now = now;
  }

  /** @param domains - refs of those that the person owns or leads, and sees */
  async read(
    person: string,
    domains: readonly string[],
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    visibility: Visibility,
  ): Promise<TreeWork> {
    const knex = this.#knex;
    const day = this.#now().toISOString().slice(0, 10);
    const nodes = await new NodeStore(knex).all();
    const [groups, seen, rights] = await Promise.all([
      readGroups(knex, person),
      seenNodes(knex, nodes, visibility),
      this.#rights.forCaller(credentials, nodes),
    ]);
    const viewer: Viewer = { visibility, rights, isPerson: true, day };
    const held = domains.filter(domain =>
      rights.mayPlace({ kind: 'goal', fields: { domain } }),
    );
    const refs = [person, ...groups];
    const answering = new Answering(nodes, {
      refs: new Set(refs),
      domains: new Set(domains),
    });
    const own = seen.filter(node => answering.answersFor(node));
    const [measures, reviews] = await Promise.all([
      readMeasures(
        knex,
        own.map(({ id }) => id),
        refs,
      ),
      held.length > 0 ? readReviews(knex, held, visibility, day) : [],
    ]);

    const readings = dueReadings(seen, measures, answering, viewer);
    const bets = dueBets(own, viewer);
    const ofDomains = reviews.map(review => ({
      review,
      due: reviewDue(review, day),
    }));
    const withDomain = (node: StoredNode) => ({
      node,
      domain: answering.domainOf(node),
    });
    return {
      viewer,
      checkIns: readings.filter(isDueNow).map(({ due: _due, ...reading }) => ({
        ...reading,
        domain: answering.domainOf(reading.node),
      })),
      bets: bets.filter(isDueNow).map(({ node }) => withDomain(node)),
      helpWanted: seen.flatMap((node): HelpWanted[] => {
        const text = isClosed(node.state) ? undefined : node.fields.helpWanted;
        const as = text && answering.helpsAs(node);
        return as ? [{ ...withDomain(node), text, as }] : [];
      }),
      reviews: ofDomains.filter(isDueNow).map(({ review }) => review),
      next: firstOf([
        ...bets.map(({ node, due }) => ({
          due,
          what: 'bet' as const,
          node: node.id,
          title: node.fields.title,
        })),
        ...readings.map(({ node, measure, due }) => ({
          due,
          what: 'check-in' as const,
          node: node.id,
          title: measure.fields.name,
        })),
        ...ofDomains.map(({ review: { domain }, due }) => ({
          due,
          what: 'review' as const,
          domain,
        })),
      ]),
    };
  }
}

/** How the measures stand that the person reads, the longest due first. */
function dueReadings(
  seen: readonly StoredNode[],
  measures: readonly StoredMeasure[],
  answering: Answering,
  { rights, day }: Viewer,
): (DueReading & { due: Due })[] {
  const nodes = new Map(seen.map(node => [node.id, node]));
  return measures
    .flatMap(measure => {
      const node = nodes.get(measure.nodeId);
      if (
        !node ||
        !AT_WORK.includes(node.state) ||
        !answering.reads(node, measure) ||
        !rights.mayCheckIn(node, measure)
      ) {
        return [];
      }
      const standing = standingOf(measure, day);
      const due = readingDue(measure, standing, day);
      return [{ node, measure, standing, due }];
    })
    .sort((a, b) => compare(a.standing.dueAt, b.standing.dueAt));
}

/** The bets that the person may decide on, the longest due first. */
function dueBets(
  own: readonly StoredNode[],
  { rights, day }: Viewer,
): { node: StoredNode; due: Due }[] {
  return own
    .filter(
      node =>
        node.kind === 'bet' && !isClosed(node.state) && rights.mayManage(node),
    )
    .map(node => ({ node, due: decisionDue(node, day) }))
    .sort((a, b) => compare(a.node.fields.reviewAt, b.node.fields.reviewAt));
}

function isDueNow({ due }: { due: Due }): boolean {
  return due === 'now';
}

function firstOf(
  all: readonly (Omit<Coming, 'date'> & { due: Due })[],
): Coming | undefined {
  const [first] = all
    .flatMap(({ due, ...coming }) =>
      due === undefined || due === 'now' ? [] : [{ ...coming, date: due.from }],
    )
    .sort((a, b) => compare(a.date, b.date));
  return first;
}

/** Days, the earliest first; what has none comes first of all. */
function compare(a: string = '', b: string = ''): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
