import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  checkInCreatePermission,
  goalManagePermission,
  MeasureFields,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { groupBy } from '../../lists';
import { DomainOwners } from './DomainOwners';
import { NodeResources } from './NodeResources';
import { KeptNode } from './NodeRights';
import { dataMeshNodePermissionResourceRef } from './resource';
import { nodeRules } from './rules';

/** Reads the value tree as far as rights are told from it. */
export type ReadNodes = () => Promise<{
  nodes: readonly KeptNode[];
  measures: readonly {
    nodeId: string;
    fields: Pick<MeasureFields, 'owner'>;
  }[];
}>;

/**
 * Has the permission framework know nodes of the value tree, by their ids, and
 * the rules for them. Here a check-in is about any measure of the node.
 */
export function addNodeResourceType(
  permissionsRegistry: PermissionsRegistryService,
  { knex, readNodes }: { knex: Knex; readNodes: ReadNodes },
): void {
  permissionsRegistry.addResourceType({
    resourceRef: dataMeshNodePermissionResourceRef,
    permissions: [goalManagePermission, checkInCreatePermission],
    rules: Object.values(nodeRules),
    getResources: async ids => {
      const [{ nodes, measures }, owners] = await Promise.all([
        readNodes(),
        DomainOwners.read(knex),
      ]);
      const resources = new NodeResources(nodes, owners);
      const measuresOf = groupBy(measures, ({ nodeId }) => nodeId);
      return ids.map(id => {
        const node = resources.get(id);
        const own = measuresOf.get(id)?.map(({ fields }) => fields.owner) ?? [];
        return node && resources.ofReported(node, ...own);
      });
    },
  });
}
