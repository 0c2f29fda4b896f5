import {
  NodeKind,
  parentKinds,
  TreeNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { StoredNode } from '../store/NodeStore';
import { Viewer } from './Viewer';

const KINDS = Object.keys(parentKinds) as NodeKind[];

/**
 * What a viewer may do about a node of a domain, or of the company. Services
 * check in and do nothing else.
 */
export function mayOf(
  node: StoredNode,
  domain: string | undefined,
  { rights, isPerson }: Pick<Viewer, 'rights' | 'isPerson'>,
): TreeNode['may'] {
  const may: TreeNode['may'] = [];
  if (!isPerson) {
    return may;
  }
  const isTheirs = rights.mayManage(node);
  // What is managed in Git is written and placed there.
  if (isTheirs && !node.managedBy) {
    may.push('edit', 'move', 'delete');
  }
  if (isTheirs) {
    may.push('decide', 'link');
  }
  const kinds = KINDS.filter(kind => parentKinds[kind].includes(node.kind));
  // Goals of domains serve goals of the company.
  const maySomeServe =
    !domain && kinds.includes('goal') && rights.managesADomain();
  if (kinds.length > 0 && (isTheirs || maySomeServe)) {
    may.push('add');
  }
  return may;
}

/** What a viewer may add at the top, perhaps for one domain only. */
export function mayAddAtTop(
  { rights, isPerson }: Pick<Viewer, 'rights' | 'isPerson'>,
  domain: string | undefined,
): NodeKind[] {
  if (!isPerson) {
    return [];
  }
  return (['vision', 'goal'] as const).filter(kind =>
    domain
      ? rights.mayPlace({ kind, fields: { domain } })
      : rights.mayPlace({ kind, fields: {} }) || rights.managesADomain(),
  );
}
