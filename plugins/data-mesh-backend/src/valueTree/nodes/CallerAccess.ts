import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  checkInCreatePermission,
  goalManagePermission,
  NodeKind,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Visibility } from '../../visibility/Visibility';
import { NodePaths } from '../rights/NodePaths';
import { CallerNodeRights, NodeOfRights } from '../rights/NodeRights';
import { StoredMeasure } from '../store/MeasureStore';
import { StoredNode } from '../store/NodeStore';

const plural: Record<NodeKind, string> = {
  vision: 'visions',
  goal: 'goals',
  bet: 'bets',
  initiative: 'initiatives',
};

/** What one caller sees and may do, as it was when the request came. */
export class CallerAccess {
  readonly visibility: Visibility;
  readonly #paths: NodePaths<StoredNode>;
  readonly #rights: CallerNodeRights;
  readonly #seen: ReadonlyMap<string, StoredNode>;

  constructor(
    nodes: readonly StoredNode[],
    caller: {
      visibility: Visibility;
      rights: CallerNodeRights;
      seen: readonly StoredNode[];
    },
  ) {
    this.visibility = caller.visibility;
    this.#paths = new NodePaths(nodes);
    this.#rights = caller.rights;
    this.#seen = new Map(caller.seen.map(node => [node.id, node]));
  }

  /** Undefined also for a node that the caller may not see. */
  find(id: string): StoredNode | undefined {
    return this.#seen.get(id);
  }

  /** @throws NotFoundError when there is no such node that one may see */
  get(id: string): StoredNode {
    const node = this.find(id);
    if (!node) {
      throw new NotFoundError(
        `There is no goal, bet or initiative “${id}”. It may have been deleted.`,
      );
    }
    return node;
  }

  /** @throws NotAllowedError when the caller may not see or change the node */
  requireManage(node: StoredNode): void {
    if (!this.find(node.id)) {
      throw new NotAllowedError(
        'Something below it may be seen and changed by others only. Ask those who run the portal.',
      );
    }
    if (!this.#rights.mayManage(node)) {
      throw new NotAllowedError(
        `“${node.fields.title}” is changed by ${this.#managers(
          node,
        )}. Ask one of them, or those who run the portal for the permission ${
          goalManagePermission.name
        }.`,
      );
    }
  }

  /** @throws NotAllowedError when the caller may not put it in that place */
  requirePlace(node: NodeOfRights): void {
    if (!this.#rights.mayPlace(node)) {
      const parent = node.parentId && this.find(node.parentId);
      const domain = this.#paths.domainOf(node);
      const place = parent
        ? `Below “${parent.fields.title}”`
        : 'At the top of the tree';
      throw new NotAllowedError(
        `${place}, ${plural[node.kind]} ${
          domain ? `of ${domain}` : 'of the whole company'
        } are for ${
          domain
            ? 'those who answer for that domain'
            : 'those who answer for what is above, or for the whole company'
        }. Ask one of them, or those who run the portal for the permission ${
          goalManagePermission.name
        }.`,
      );
    }
  }

  /** @throws NotAllowedError when the caller may not report the measure */
  requireCheckIn(node: StoredNode, measure: StoredMeasure): void {
    if (!this.#rights.mayCheckIn(node, measure)) {
      throw new NotAllowedError(
        `“${
          measure.fields.name
        }” is reported by its owner, the teams that work on “${
          node.fields.title
        }”, and ${this.#managers(
          node,
        )}. Ask one of them, or those who run the portal for the permission ${
          checkInCreatePermission.name
        }.`,
      );
    }
  }

  #managers(node: StoredNode): string {
    return this.#paths.domainOf(node)
      ? 'its owner, its sponsor and those who answer for its domain'
      : 'its owner, its sponsor and those who answer for the goals of the whole company';
  }
}
