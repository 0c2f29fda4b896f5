import { InputError } from '@backstage/errors';
import {
  NodeKind,
  parentKinds,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { NodeStore, StoredNode } from '../store/NodeStore';
import { CallerAccess } from './CallerAccess';

/** What may be at the top of the tree. */
const TOP_KINDS: readonly NodeKind[] = ['vision', 'goal'];

/** @throws InputError when there is no such parent that one may see */
export function findParent(
  caller: CallerAccess,
  parentId: string | undefined,
): StoredNode | undefined {
  const parent = parentId === undefined ? undefined : caller.find(parentId);
  if (parentId !== undefined && !parent) {
    throw noParent(parentId);
  }
  return parent;
}

export function noParent(id: string): InputError {
  return new InputError(
    `parentId: there is no goal, bet or initiative “${id}”. It may have been deleted.`,
  );
}

/** @throws InputError when a node of the kind has no place below the parent */
export function requireParentKind(
  kind: NodeKind,
  parent: StoredNode | undefined,
): void {
  const kinds = parentKinds[kind];
  const isFine = parent
    ? kinds.includes(parent.kind)
    : TOP_KINDS.includes(kind);
  if (!isFine) {
    const found = parent
      ? `“${parent.fields.title}” is a ${parent.kind}`
      : 'none is named';
    throw new InputError(
      kinds.length
        ? `parentId: ${words(kind)} belongs below ${kinds
            .map(words)
            .join(' or ')}, ${found}.`
        : `parentId: ${words(kind)} belongs below nothing, ${found}.`,
    );
  }
}

/**
 * Where a node comes to stand among the children of a parent; others are moved
 * apart where there is no room left. To be called with the tree locked.
 *
 * @throws InputError when there is no such sibling
 */
export async function placeFor(
  nodes: NodeStore,
  id: string,
  parentId: string | undefined,
  before: string | undefined,
): Promise<number> {
  const siblings = (await nodes.children(parentId)).filter(
    sibling => sibling.id !== id,
  );
  if (before === undefined) {
    return (siblings.at(-1)?.position ?? 0) + 1;
  }
  const index = siblings.findIndex(sibling => sibling.id === before);
  if (index < 0) {
    throw new InputError(
      `before: “${before}” is not there, among what it is to be put in order with.`,
    );
  }
  const next = siblings[index].position;
  const previous = siblings[index - 1]?.position ?? next - 2;
  const middle = (previous + next) / 2;
  if (previous < middle && middle < next) {
    return middle;
  }
  await nodes.place(
    siblings.map((sibling, i) => ({
      id: sibling.id,
      position: i < index ? i + 1 : i + 2,
    })),
  );
  return index + 1;
}

function words(kind: NodeKind): string {
  return kind === 'initiative' ? `an ${kind}` : `a ${kind}`;
}
