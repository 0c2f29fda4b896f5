import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  BacklogItem,
  NodeFields,
  pathOf,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { groupBy } from '../../lists';
import { NameEntity } from '../../visibility/links';
import { CheckInStore } from '../store/CheckInStore';
import { DecisionStore, StoredDecision } from '../store/DecisionStore';
import { StoredLink } from '../store/LinkStore';
import { describeCheckIn } from './describeCheckIn';
import { describeNodes } from './describeNodes';
import { isProduct } from './LinkedProducts';
import { knownFields, refsIn } from './namedFields';
import { readTree, ViewParts } from './readTree';
import { noNode } from './TreeView';
import { personOf } from './Viewer';

const MOST_CHECK_INS = 100;

/** Shows all that is known of a node. */
export class NodeView {
  readonly #parts: ViewParts;

  constructor(parts: ViewParts) {
    this.#parts = parts;
  }

  async getNode(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ValueNode> {
    const { knex } = this.#parts;
    const view = await readTree(this.#parts, credentials);
    const node = view.get(id);
    if (!node) {
      throw new NotFoundError(noNode(id));
    }
    const measures = view.measuresOf(id);
    const checkIns = await new CheckInStore(knex).newest(
      measures.map(measure => measure.id),
      MOST_CHECK_INS,
    );
    const decisions = await new DecisionStore(knex).ofNodes([id]);
    const entities = view.entitiesOf(id).filter(({ ref }) => !isProduct(ref));
    const { describer, name } = await describeNodes(
      knex,
      view,
      [node],
      { root: id },
      [
        ...refsIn(node.fields),
        ...checkIns.map(({ by }) => personOf(by)),
        ...decisions.flatMap(({ by, participants }) => [
          personOf(by),
          ...participants,
        ]),
        ...entities.map(({ ref }) => ref),
      ],
    );
    const checkInsOf = groupBy(checkIns, ({ measureId }) => measureId);
    return {
      node: describer.describe(node),
      fields: view.viewer.rights.mayManage(node)
        ? node.fields
        : knownFields(node.fields, name),
      people: peopleIn(node.fields, name),
      path: pathOf(view.whole, id)
        .filter(above => view.isSeen(above.id))
        .map(above => ({ id: above.id, title: above.fields.title })),
      measures: measures.map(measure => ({
        ...describer.describeMeasure(measure, node),
        checkIns: (checkInsOf.get(measure.id) ?? []).map(checkIn =>
          describeCheckIn(checkIn, name),
        ),
      })),
      decisions: decisions.map(decision => describeDecision(decision, name)),
      backlog: view.backlogOf(id).map(describeItem),
      components: entities.flatMap(({ id: linkId, ref }) => {
        const entity = name(ref);
        return entity ? [{ ...entity, linkId }] : [];
      }),
    };
  }
}

function peopleIn(fields: NodeFields, name: NameEntity): ValueNode['people'] {
  return Object.fromEntries(
    refsIn(fields).flatMap(ref => {
      const entity = name(ref);
      return entity ? [[ref, entity]] : [];
    }),
  );
}

function describeDecision(
  { by, participants, ...decision }: StoredDecision,
  name: NameEntity,
): ValueNode['decisions'][number] {
  return {
    ...decision,
    participants: participants.flatMap(ref => name(ref) ?? []),
    by: name(personOf(by)),
  };
}

function describeItem(link: StoredLink): BacklogItem {
  const { id: linkId, ref, url, title, state, seenAt, problem } = link;
  // Links to entities are told apart before.
  const provider = link.provider as BacklogItem['provider'];
  return { linkId, provider, ref, url, title, state, seenAt, problem };
}
