import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  BacklogProvider,
  DocumentCheckIn,
  DocumentNode,
  exportValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../../database/sql';
import { groupBy } from '../../lists';
import { nameEntities } from '../../visibility/links';
import { Visibility } from '../../visibility/Visibility';
import { VisibilityResolver } from '../../visibility/VisibilityResolver';
import { CheckInStore, StoredCheckIn } from '../store/CheckInStore';
import { DecisionStore, StoredDecision } from '../store/DecisionStore';
import { LinkStore, StoredLink } from '../store/LinkStore';
import { MeasureStore, StoredMeasure } from '../store/MeasureStore';
import { NodeStore, StoredNode } from '../store/NodeStore';
import { seenNodes } from '../views/seenNodes';
import { personOf } from '../views/Viewer';

/** More check-ins than this are no longer for one file. */
const MOST_CHECK_INS = 20_000;

/** Writes the tree, or a part of it, as a document. */
export class TreeExport {
  readonly #knex: Knex;
  readonly #visibility: Pick<VisibilityResolver, 'resolve'>;

  constructor(options: {
    knex: Knex;
    visibility: Pick<VisibilityResolver, 'resolve'>;
  }) {
    this.#knex = options.knex;
    this.#visibility = options.visibility;
  }

  /**
   * What of it the caller may see, with all that is kept in the portal. Links
   * that catalog files hold, and check-ins that others superseded, are not.
   *
   * @param root - the id of a node; absent: the whole tree
   * @returns YAML
   * @throws NotFoundError when there is no such root that one may see
   * @throws InputError when there are too many check-ins for one document
   */
  async export(
    root: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const visibility = await this.#visibility.resolve(credentials);
    const seen = await seenNodes(
      this.#knex,
      await new NodeStore(this.#knex).all(),
      visibility,
    );
    const nodes = root === undefined ? seen : belowOf(root, seen);
    const parts = await this.#read(nodes, visibility);
    return exportValueTree({
      name: root === undefined ? 'value-tree' : root.toLowerCase(),
      nodes: nodes.map(node => describe(node, parts)),
    });
  }

  async #read(nodes: readonly StoredNode[], visibility: Visibility) {
    const ids = nodes.map(({ id }) => id);
    const measures = await new MeasureStore(this.#knex).ofNodes(ids);
    const measureIds = measures.map(({ id }) => id);
    await this.#requireFew(measureIds);
    const checkIns = await new CheckInStore(this.#knex).newest(
      measureIds,
      MOST_CHECK_INS,
    );
    const decisions = await new DecisionStore(this.#knex).ofNodes(ids);
    const links = await new LinkStore(this.#knex).ofNodes(ids);
    const entities = links.filter(({ provider }) => provider === 'catalog');
    const name = await nameEntities(
      this.#knex,
      entities.map(({ ref }) => ref),
      visibility,
    );
    return {
      measures: groupBy(measures, ({ nodeId }) => nodeId),
      checkIns: groupBy(
        checkIns.filter(({ supersededBy }) => !supersededBy),
        ({ measureId }) => measureId,
      ),
      // The oldest first, as they would be written down.
      decisions: groupBy(decisions.reverse(), ({ nodeId }) => nodeId),
      links: groupBy(
        links.filter(
          ({ provider, ref }) => provider !== 'catalog' || name(ref),
        ),
        ({ nodeId }) => nodeId,
      ),
    };
  }

  async #requireFew(measureIds: readonly string[]): Promise<void> {
    const [{ count }] = await this.#knex('check_ins')
      .where(isAmong(this.#knex, 'measure_id', measureIds))
      .count({ count: '*' });
    if (Number(count) > MOST_CHECK_INS) {
      throw new InputError(
        `These are ${count} check-ins, and one document holds at most ${MOST_CHECK_INS}. Export a smaller part: name a goal as root.`,
      );
    }
  }
}

type Parts = {
  measures: ReadonlyMap<string, readonly StoredMeasure[]>;
  checkIns: ReadonlyMap<string, readonly StoredCheckIn[]>;
  decisions: ReadonlyMap<string, readonly StoredDecision[]>;
  links: ReadonlyMap<string, readonly StoredLink[]>;
};

function describe(node: StoredNode, parts: Parts): DocumentNode {
  const { id, kind, parentId, state, fields } = node;
  const links = parts.links.get(id) ?? [];
  const entities = links
    .filter(({ provider }) => provider === 'catalog')
    .map(({ ref }) => ref);
  const isProduct = (ref: string) => ref.startsWith('dataproduct:');
  return {
    id,
    kind,
    parentId,
    state,
    fields,
    measures: (parts.measures.get(id) ?? []).map(measure => ({
      id: measure.id,
      fields: measure.fields,
      checkIns: (parts.checkIns.get(measure.id) ?? []).map(describeCheckIn),
    })),
    decisions: (parts.decisions.get(id) ?? []).map(describeDecision),
    products: entities.filter(isProduct),
    components: entities.filter(ref => !isProduct(ref)),
    backlog: links.flatMap(({ provider, ref, url, title, state: is, seenAt }) =>
      provider === 'catalog'
        ? []
        : [
            {
              provider: provider as BacklogProvider,
              ref,
              title,
              url,
              state: is,
              seenAt: seenAt?.slice(0, 10),
            },
          ],
    ),
  };
}

function describeCheckIn(checkIn: StoredCheckIn): DocumentCheckIn {
  const { date, value, confidence, note, link, by } = checkIn;
  return { date, value, confidence, note, link, by: personOf(by) };
}

function describeDecision(decision: StoredDecision) {
  const { date, type, reason, learning, measures, participants, by } = decision;
  return {
    date,
    type,
    reason,
    learning,
    ...(measures.length > 0 && { measures }),
    ...(participants.length > 0 && { participants }),
    by: personOf(by),
  };
}

function belowOf(root: string, nodes: readonly StoredNode[]): StoredNode[] {
  const top = nodes.find(({ id }) => id === root);
  if (!top) {
    throw new NotFoundError(
      `There is no goal, bet or initiative “${root}”. It may have been deleted.`,
    );
  }
  const below = new Set([top]);
  const childrenOf = groupBy(nodes, ({ parentId }) => parentId ?? '');
  // What is added on the way comes up too.
  for (const { id } of below) {
    childrenOf.get(id)?.forEach(child => below.add(child));
  }
  return [...below];
}
