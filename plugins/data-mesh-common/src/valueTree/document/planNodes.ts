import { Belonging, changesOf, differingFields } from './changesOf';
import { positionsOf } from './positionsOf';
import { CurrentNode, PlannedNode, TreeChanges } from './TreeChanges';
import { DocumentNode } from './ValueTreeDocument';

/**
 * What the portal writes when a node is decided on. A document says them of a
 * new node only, like its state.
 */
const LIVE_FIELDS = ['reviewAt', 'learning'] as const;

export function planNodes(
  current: ReadonlyMap<string, CurrentNode>,
  nodes: readonly DocumentNode[],
  belonging: Belonging,
): TreeChanges<PlannedNode> {
  const positions = placesOf(current, nodes);
  const planned = nodes.map((node): PlannedNode => {
    const { id, kind, parentId, fields, state = 'proposed' } = node;
    const known = current.get(id);
    const place = { id, kind, parentId, position: positions.get(id)! };
    return known
      ? { ...place, state: known.state, fields: withLive(fields, known.fields) }
      : { ...place, state, fields };
  });
  return changesOf(planned, current, belonging, (node, known) => [
    ...differingFields(node.fields, known.fields),
    ...(node.parentId === known.parentId ? [] : ['parent']),
    ...(node.position === known.position ? [] : ['order']),
  ]);
}

function withLive(
  fields: DocumentNode['fields'],
  known: CurrentNode['fields'],
): DocumentNode['fields'] {
  const kept = { ...fields };
  for (const name of LIVE_FIELDS) {
    delete kept[name];
    if (known[name] !== undefined) {
      kept[name] = known[name];
    }
  }
  return kept;
}

/** Siblings get the order of the document; all others stay where they are. */
function placesOf(
  current: ReadonlyMap<string, CurrentNode>,
  nodes: readonly DocumentNode[],
): Map<string, number> {
  const ends = new Map<string | undefined, number>();
  for (const { parentId, position, goneAt } of current.values()) {
    if (!goneAt) {
      ends.set(parentId, Math.max(position, ends.get(parentId) ?? 0));
    }
  }
  const places = new Map<string, number>();
  for (const [parentId, siblings] of siblingsIn(nodes)) {
    const positions = positionsOf(
      siblings.map(({ id }) => {
        const known = current.get(id);
        const isThere = known && !known.goneAt && known.parentId === parentId;
        return { id, position: isThere ? known.position : undefined };
      }),
      ends.get(parentId) ?? 0,
    );
    positions.forEach((position, id) => places.set(id, position));
  }
  return places;
}

function siblingsIn(nodes: readonly DocumentNode[]) {
  const siblings = new Map<string | undefined, DocumentNode[]>();
  for (const node of nodes) {
    const some = siblings.get(node.parentId) ?? [];
    some.push(node);
    siblings.set(node.parentId, some);
  }
  return siblings;
}
