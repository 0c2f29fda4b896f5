import { InputError } from '@backstage/errors';
import {
  NodeMove,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { MeasureStore } from '../store/MeasureStore';
import { NodeStore, StoredNode } from '../store/NodeStore';
import { requireUnmanaged } from './managed';
import { findParent, noParent, placeFor, requireParentKind } from './places';
import { staleNode } from './stale';
import { nameOf, PersonCredentials, TreeParts } from './TreeParts';

/** Puts nodes elsewhere in the tree, or takes them out of it. */
export class NodeMoves {
  readonly #parts: TreeParts;

  constructor(parts: TreeParts) {
    this.#parts = parts;
  }

  /**
   * Moves a node with all below it. Of moves that together would make a circle
   * the last one is refused, however close they come.
   *
   * @throws InputError when it does not belong there
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when either place is for others to change
   * @throws StaleNodeError when it has changed since it was read
   */
  async move(
    id: string,
    request: NodeMove,
    credentials: PersonCredentials,
  ): Promise<ValueNode> {
    const { knex, access, views, marks } = this.#parts;
    const parentId = request.parentId ?? undefined;
    const caller = await access.of(credentials);
    const node = caller.get(id);
    caller.requireManage(node);
    requireUnmanaged(node, node.fields.title);
    requireParentKind(node.kind, findParent(caller, parentId));
    caller.requirePlace({ ...node, parentId });
    if (node.version !== request.version) {
      throw await staleNode(this.#parts, id, credentials);
    }

    const hungBefore = await marks.hangingOn(id);
    const isWritten = await knex.transaction(trx =>
      this.#move(trx, id, { ...request, parentId }, nameOf(credentials)),
    );
    if (!isWritten) {
      throw await staleNode(this.#parts, id, credentials);
    }
    await marks.mark([id], hungBefore);
    return views.getNode(id, credentials);
  }

  /**
   * Takes a node out of the tree, with all below it; what was said, decided
   * and read stays in the history.
   *
   * @throws InputError when a document in Git owns some of it
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when some of it is for others to change
   * @throws StaleNodeError when it, or what is below it, has changed
   */
  async delete(
    id: string,
    version: number,
    credentials: PersonCredentials,
  ): Promise<void> {
    const { knex, access, marks } = this.#parts;
    const caller = await access.of(credentials);
    const node = caller.get(id);
    const below = await new NodeStore(knex).subtree(id);
    for (const one of below) {
      caller.requireManage(one);
      requireUnmanaged(one, one.fields.title);
    }
    if (node.version !== version) {
      throw await staleNode(this.#parts, id, credentials);
    }

    const hungBefore = await marks.hangingOn(id);
    const isWritten = await knex.transaction(trx =>
      this.#delete(trx, { id, version }, below, nameOf(credentials)),
    );
    if (!isWritten) {
      throw await staleNode(this.#parts, id, credentials);
    }
    await marks.mark([], hungBefore);
  }

  /** @returns false when the node is no longer of that version */
  async #move(
    trx: Knex,
    id: string,
    move: { version: number; parentId?: string; before?: string },
    by: string,
  ): Promise<boolean> {
    const { parentId, before, version } = move;
    const nodes = new NodeStore(trx);
    await nodes.lockTree();
    const node = await nodes.find(id);
    if (node?.version !== version) {
      return false;
    }
    if (parentId !== undefined) {
      const path = await nodes.path(parentId);
      if (path.length === 0) {
        throw noParent(parentId);
      }
      if (path.some(above => above.id === id)) {
        throw new InputError(
          `parentId: “${path.at(-1)?.fields.title}” is ${
            parentId === id ? 'the same' : 'below it'
          }, and nothing can be below itself.`,
        );
      }
    }
    const after: StoredNode = {
      ...node,
      parentId,
      position: await placeFor(nodes, id, parentId, before),
      version: version + 1,
      updatedAt: this.#parts.now().toISOString(),
    };
    await nodes.update([after]);
    await this.#parts.records.append(trx, by, [
      { action: 'moved', before: node, after },
    ]);
    return true;
  }

  /** @returns false when there is something else below than was looked at */
  async #delete(
    trx: Knex,
    { id, version }: { id: string; version: number },
    seen: readonly StoredNode[],
    by: string,
  ): Promise<boolean> {
    const nodes = new NodeStore(trx);
    await nodes.lockTree();
    const found = await nodes.subtree(id);
    const known = new Set(seen.map(node => node.id));
    if (
      found[0]?.version !== version ||
      !found.every(node => known.has(node.id))
    ) {
      return false;
    }
    const at = this.#parts.now().toISOString();
    const asGone = <T extends { version: number }>(one: T) => ({
      ...one,
      version: one.version + 1,
      updatedAt: at,
      goneAt: at,
    });
    // The nodes first: whoever writes a measure has locked its node.
    await nodes.update(found.map(asGone));
    const store = new MeasureStore(trx);
    const measures = await store.ofNodes([...known]);
    await store.update(measures.map(asGone));
    await this.#parts.records.append(
      trx,
      by,
      [...found, ...measures].map(before => ({
        action: 'deleted',
        before,
        after: asGone(before),
      })),
    );
    return true;
  }
}
