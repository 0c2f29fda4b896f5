import { InputError } from '@backstage/errors';
import {
  asksForLearning,
  DecisionRequest,
  fieldsOfKind,
  mayMove,
  movesFrom,
  NodeState,
  stateAfterDecision,
  StateChange,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { readRefs } from '../../http/readValues';
import { DecisionStore, StoredDecision } from '../store/DecisionStore';
import { MeasureStore } from '../store/MeasureStore';
import { NodeStore, StoredNode } from '../store/NodeStore';
import { howItStands } from '../measures/howItStands';
import { CallerAccess } from './CallerAccess';
import { staleNode } from './stale';
import { nameOf, PersonCredentials, TreeParts } from './TreeParts';

/** Moves nodes along their states, and keeps what is decided about them. */
export class NodeStates {
  readonly #parts: TreeParts;

  constructor(parts: TreeParts) {
    this.#parts = parts;
  }

  /**
   * @throws InputError when there is no such move, or the learning is missing
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when it is for others to change
   * @throws StaleNodeError when it has changed since it was read
   */
  async change(
    id: string,
    { version, state, learning }: StateChange,
    credentials: PersonCredentials,
  ): Promise<ValueNode> {
    const caller = await this.#parts.access.of(credentials);
    const node = caller.get(id);
    caller.requireManage(node);
    if (node.version !== version) {
      throw await staleNode(this.#parts, id, credentials);
    }
    requireMove(node, state);
    requireLearning(node, state, learning);
    return this.#write(
      {
        action: state,
        before: node,
        after: {
          ...node,
          state,
          fields: { ...node.fields, ...(learning && { learning }) },
        },
      },
      credentials,
    );
  }

  /**
   * Keeps a decision, and what follows from it for the state and the next
   * review of the node.
   *
   * @throws InputError when there is nothing of that kind to decide
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when it is for others to decide
   * @throws StaleNodeError when it has changed since it was read
   */
  async decide(
    id: string,
    request: DecisionRequest,
    credentials: PersonCredentials,
  ): Promise<ValueNode> {
    const caller = await this.#parts.access.of(credentials);
    const node = caller.get(id);
    caller.requireManage(node);
    if (node.version !== request.version) {
      throw await staleNode(this.#parts, id, credentials);
    }
    const { type, reason, learning, reviewAt, reviewId } = request;
    const state = stateAfterDecision(node.kind, node.state, type);
    if (!state) {
      throw new InputError(
        `type: there is no “${type}” to decide about a ${node.kind} that is ${node.state}.`,
      );
    }
    const closes = state !== node.state && asksForLearning(node.kind, state);
    if (closes) {
      requireLearning(node, state, learning);
    }
    if (reviewAt && !fieldsOfKind[node.kind].includes('reviewAt')) {
      throw new InputError(`reviewAt: a ${node.kind} has no next review.`);
    }
    const now = this.#parts.now();
    const today = now.toISOString().slice(0, 10);
    if (reviewAt && reviewAt < today) {
      throw new InputError(
        `reviewAt: ${reviewAt} is over. The next review is today, ${today}, or later.`,
      );
    }

    const decision: StoredDecision = {
      id: this.#parts.nextId(now.getTime()),
      nodeId: id,
      reviewId,
      date: today,
      type,
      reason,
      learning,
      measures: await this.#cite(request.measures ?? [], caller, today),
      participants: [
        ...new Set(readRefs('participants', request.participants, 'User')),
      ],
      by: nameOf(credentials),
      at: now.toISOString(),
    };
    return this.#write(
      {
        action: state === node.state ? 'decided' : state,
        before: node,
        after: {
          ...node,
          state,
          fields: {
            ...node.fields,
            ...(reviewAt && { reviewAt }),
            ...(closes && learning && { learning }),
          },
        },
      },
      credentials,
      decision,
    );
  }

  async #write(
    write: { action: string; before: StoredNode; after: StoredNode },
    credentials: PersonCredentials,
    decision?: StoredDecision,
  ): Promise<ValueNode> {
    const { knex, records, marks, views } = this.#parts;
    const { id, version } = write.before;
    const isWritten = await knex.transaction(async trx => {
      await requireOpenReview(trx, decision?.reviewId);
      const nodes = new NodeStore(trx);
      const current = await nodes.lock(id);
      if (current?.version !== version) {
        return false;
      }
      const after: StoredNode = {
        ...write.after,
        position: current.position,
        version: version + 1,
        updatedAt: this.#parts.now().toISOString(),
      };
      await nodes.update([after]);
      await new DecisionStore(trx).insert(decision ? [decision] : []);
      await records.append(
        trx,
        nameOf(credentials),
        [{ ...write, after }],
        decision,
      );
      return true;
    });
    if (!isWritten) {
      throw await staleNode(this.#parts, id, credentials);
    }
    await marks.mark([id]);
    return views.getNode(id, credentials);
  }

  /** How measures stand now, in words that last. */
  async #cite(
    ids: readonly string[],
    caller: CallerAccess,
    today: string,
  ): Promise<StoredDecision['measures']> {
    const found = await new MeasureStore(this.#parts.knex).byIds(ids);
    return [...new Set(ids)].map(id => {
      const measure = found.find(one => one.id === id);
      if (!measure || !caller.find(measure.nodeId)) {
        throw new InputError(`measures: there is no measure “${id}”.`);
      }
      const text = howItStands(measure, today);
      return { id, name: measure.fields.name, text };
    });
  }
}

/** The review cannot be closed before the transaction has ended. */
async function requireOpenReview(
  trx: Knex,
  id: string | undefined,
): Promise<void> {
  if (id !== undefined) {
    const row = await trx('reviews')
      .select('state')
      .where({ id })
      .forShare()
      .first();
    if (row?.state !== 'open') {
      throw new InputError(
        `reviewId: there is no open review “${id}”. It may have been closed.`,
      );
    }
  }
}

function requireMove({ kind, state }: StoredNode, to: NodeState): void {
  if (!mayMove(kind, state, to)) {
    const allowed = movesFrom(kind, state).join(', ');
    throw new InputError(
      `state: a ${kind} that is ${state} does not become ${to}; it may become ${allowed}.`,
    );
  }
}

function requireLearning(
  { kind }: StoredNode,
  to: NodeState,
  learning: string | undefined,
): void {
  if (asksForLearning(kind, to) && !learning) {
    throw new InputError(
      `learning: it is missing. Say what was learnt from this ${kind} before it is ${to}.`,
    );
  }
}
