import { ConflictError } from '@backstage/errors';
import {
  NewNode,
  NodeChange,
  nodeFieldsSchema,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { isDeepStrictEqual } from 'node:util';
import { readValue } from '../../http/readRequest';
import { MeasureStore, StoredMeasure } from '../store/MeasureStore';
import { NodeStore, StoredNode } from '../store/NodeStore';
import { newMeasure } from '../measures/newMeasure';
import {
  merged,
  readMeasureFields,
  readNodeFields,
  requireMeasures,
} from './fields';
import { requireUnmanaged } from './managed';
import { findParent, noParent, placeFor, requireParentKind } from './places';
import { requireDomain } from './requireDomain';
import { staleNode } from './stale';
import { nameOf, PersonCredentials, TreeParts } from './TreeParts';

/** Adds nodes, and changes what they say. */
export class NodeService {
  readonly #parts: TreeParts;

  constructor(parts: TreeParts) {
    this.#parts = parts;
  }

  /**
   * Adds a node as the last below its parent, with its first measures.
   *
   * @throws InputError when it does not belong there, or says what it may not
   * @throws NotAllowedError when it is for others to add
   * @throws ConflictError when there is, or was, one of that id
   */
  async add(
    request: NewNode,
    credentials: PersonCredentials,
  ): Promise<ValueNode> {
    const { kind, parentId } = request;
    const caller = await this.#parts.access.of(credentials);
    const fields = readNodeFields(kind, request.fields);
    const measures = (request.measures ?? []).map(readMeasureFields);
    requireMeasures(measures);
    requireParentKind(kind, findParent(caller, parentId));
    if (fields.domain) {
      await requireDomain(this.#parts.knex, fields.domain, caller.visibility);
    }
    caller.requirePlace({ kind, parentId, fields });

    const now = this.#parts.now();
    const at = now.toISOString();
    const node: StoredNode = {
      id: request.id ?? this.#parts.nextId(now.getTime()),
      kind,
      parentId,
      state: request.state ?? 'proposed',
      fields,
      position: 0,
      version: 1,
      createdAt: at,
      updatedAt: at,
    };
    await this.#insert(
      node,
      measures.map((said, index) =>
        newMeasure(said, {
          id: this.#parts.nextId(now.getTime()),
          nodeId: node.id,
          position: index + 1,
          now,
        }),
      ),
      nameOf(credentials),
    );
    await this.#parts.marks.mark([node.id]);
    return this.#parts.views.getNode(node.id, credentials);
  }

  /**
   * Changes what a node says; what is the same already is no change.
   *
   * @throws InputError when it says what it may not
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when it is for others to change
   * @throws StaleNodeError when it has changed since it was read
   */
  async change(
    id: string,
    { version, fields: changes }: NodeChange,
    credentials: PersonCredentials,
  ): Promise<ValueNode> {
    const { knex, access, views, records, marks } = this.#parts;
    const caller = await access.of(credentials);
    const before = caller.get(id);
    caller.requireManage(before);
    requireUnmanaged(before, before.fields.title);
    if (before.version !== version) {
      throw await staleNode(this.#parts, id, credentials);
    }
    const fields = readNodeFields(
      before.kind,
      readValue(
        nodeFieldsSchema,
        merged(before.fields, changes),
        'What the node is to say',
      ),
    );
    if (isDeepStrictEqual(fields, before.fields)) {
      return views.getNode(id, credentials);
    }
    if (fields.domain !== before.fields.domain) {
      if (fields.domain) {
        await requireDomain(knex, fields.domain, caller.visibility);
      }
      caller.requirePlace({ ...before, fields });
    }

    const hungBefore = await marks.hangingOn(id);
    const after: StoredNode = {
      ...before,
      fields,
      version: version + 1,
      updatedAt: this.#parts.now().toISOString(),
    };
    const isWritten = await knex.transaction(async trx => {
      const nodes = new NodeStore(trx);
      const current = await nodes.lock(id);
      if (current?.version !== version) {
        return false;
      }
      // Its place among its siblings may be another one by now.
      await nodes.update([{ ...after, position: current.position }]);
      await records.append(trx, nameOf(credentials), [
        { action: 'edited', before, after },
      ]);
      return true;
    });
    if (!isWritten) {
      throw await staleNode(this.#parts, id, credentials);
    }
    await marks.mark([id], hungBefore);
    return views.getNode(id, credentials);
  }

  async #insert(
    node: StoredNode,
    measures: StoredMeasure[],
    by: string,
  ): Promise<void> {
    await this.#parts.knex.transaction(async trx => {
      const nodes = new NodeStore(trx);
      await nodes.lockTree();
      if (node.parentId && !(await nodes.find(node.parentId))) {
        throw noParent(node.parentId);
      }
      const placed = {
        ...node,
        position: await placeFor(nodes, node.id, node.parentId, undefined),
      };
      if ((await nodes.insert([placed])).size === 0) {
        throw new ConflictError(
          `id: “${node.id}” is taken, or was once. Choose another one, or leave it out.`,
        );
      }
      await new MeasureStore(trx).insert(measures);
      await this.#parts.records.append(
        trx,
        by,
        [placed, ...measures].map(after => ({ action: 'added', after })),
      );
    });
  }
}
