import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  NodeHistory,
  NodeHistoryQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { readPlace, writePlace } from '../../resultViews/pageCursor';
import { nameEntities } from '../../visibility/links';
import { NodeStore, StoredNode } from '../store/NodeStore';
import { StoredChange, VersionStore } from '../store/VersionStore';
import { describeVersion } from './describeVersion';
import { refsIn } from './namedFields';
import { NodesInView, readNodes, ViewParts } from './readTree';
import { seenNodes } from './seenNodes';
import { noNode } from './TreeView';
import { personOf } from './Viewer';

const DEFAULT_LIMIT = 20;

/** Shows what nodes said before; also of those that are gone. */
export class HistoryView {
  readonly #parts: ViewParts;
  readonly #versions: VersionStore;
  readonly #store: NodeStore;

  constructor(parts: ViewParts) {
    this.#parts = parts;
    this.#versions = new VersionStore(parts.knex);
    this.#store = new NodeStore(parts.knex);
  }

  async getHistory(
    nodeId: string,
    { at, cursor, limit = DEFAULT_LIMIT }: NodeHistoryQuery,
    credentials: BackstageCredentials,
  ): Promise<NodeHistory> {
    const view = await readNodes(this.#parts, credentials);
    const node =
      view.seen.find(({ id }) => id === nodeId) ??
      (await this.#findGone(nodeId, view));
    if (!node) {
      throw new NotFoundError(noNode(nodeId));
    }
    const { changes, nextCursor } = at
      ? { changes: await this.#versions.onDay(nodeId, at) }
      : await this.#page(nodeId, cursor, limit);
    const name = await nameEntities(
      this.#parts.knex,
      changes.flatMap(({ by, data }) => [personOf(by), ...refsIn(data.fields)]),
      view.viewer.visibility,
    );
    const isSeen = (id: string) =>
      view.viewer.visibility === 'all' || view.seen.some(one => one.id === id);
    return {
      items: changes.map(change => describeVersion(change, { name, isSeen })),
      nextCursor,
    };
  }

  async #page(
    nodeId: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ changes: StoredChange[]; nextCursor?: string }> {
    const [beforeId] = cursor ? readPlace(cursor, { nodeId }, 1) : [];
    // One more tells whether there is a next page.
    const found = await this.#versions.page(nodeId, {
      beforeId,
      limit: limit + 1,
    });
    const changes = found.slice(0, limit);
    return {
      changes,
      ...(found.length > limit && {
        nextCursor: writePlace([changes[changes.length - 1].id], { nodeId }),
      }),
    };
  }

  /** One that is gone is of the domain that it was of. */
  async #findGone(
    nodeId: string,
    { nodes, viewer }: NodesInView,
  ): Promise<StoredNode | undefined> {
    const all = new Map(nodes.map(node => [node.id, node]));
    let wanted: string | undefined = nodeId;
    while (wanted !== undefined && !all.has(wanted)) {
      const [gone]: StoredNode[] = await this.#store.byIdsEver([wanted]);
      if (gone) {
        all.set(gone.id, gone);
      }
      wanted = gone?.parentId;
    }
    const seen = await seenNodes(
      this.#parts.knex,
      [...all.values()],
      viewer.visibility,
    );
    return seen.find(({ id }) => id === nodeId);
  }
}
