import { NodeKind } from '../../api';
import { parentKinds } from '../kinds';
import { DocumentNode } from './ValueTreeDocument';

type Placed = { id: string; kind: NodeKind; parentId?: string };
type Problem = { id: string; message: string };

/**
 * Finds nodes of a document that cannot be where they are written.
 *
 * @param tree - all nodes as they will be, also those of the document
 */
export function checkPlaces(
  nodes: readonly DocumentNode[],
  tree: readonly Placed[],
): Problem[] {
  const byId = new Map(tree.map(node => [node.id, node]));
  return nodes.flatMap(({ id, kind, parentId }) => {
    const problem =
      parentId === undefined
        ? atTop(kind)
        : below(kind, parentId, byId.get(parentId)) ??
          (isBelowItself(id, byId)
            ? `“${id}” would be below itself, as “${parentId}” is below it in the portal.`
            : undefined);
    return problem ? [{ id, message: problem }] : [];
  });
}

function atTop(kind: NodeKind): string | undefined {
  const parents = parentKinds[kind];
  const mayBe = parents.length === 0 || kind === 'goal';
  return mayBe
    ? undefined
    : `A node of kind ${kind} has to be below a ${parents.join(' or a ')}.`;
}

function below(
  kind: NodeKind,
  parentId: string,
  parent: Placed | undefined,
): string | undefined {
  if (!parent) {
    return `Its parent “${parentId}” is not in the tree.`;
  }
  return parentKinds[kind].includes(parent.kind)
    ? undefined
    : `A node of kind ${kind} cannot be below “${parentId}”, which is a ${parent.kind}.`;
}

function isBelowItself(id: string, byId: ReadonlyMap<string, Placed>): boolean {
  const seen = new Set<string>();
  let above = byId.get(id)?.parentId;
  while (above !== undefined && above !== id && !seen.has(above)) {
    seen.add(above);
    above = byId.get(above)?.parentId;
  }
  return above === id;
}
