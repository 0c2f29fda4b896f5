import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_DATA_MESH_NODE } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * What permission rules know of a node of the value tree. All refs are full,
 * in lower case.
 *
 * @public
 */
export interface DataMeshNodeResource {
  /** Its own domain, or that of the nearest node above; absent: none. */
  domain?: string;
  /**
   * Owners and sponsors of the node and of the nodes above it that are of the
   * same domain. Of a node that is about to be placed, only those above.
   */
  owners: readonly string[];
  /**
   * Who answers for its domain: the group that owns it with all groups below,
   * and the domain owner and data lead that it names.
   */
  domainOwners: readonly string[];
  /**
   * Who reads the measure that is reported: its owner, and the owners and
   * teams of the initiatives of the same domain at or below the node.
   */
  measureOwners: readonly string[];
}

/**
 * A list of a resource that has to hold one of the values.
 *
 * @public
 */
export interface DataMeshNodeFilter {
  key: keyof DataMeshNodeResource;
  values: readonly string[];
}

/**
 * The resource type `data-mesh-node`, for permission rules of one's own.
 *
 * @public
 */
export const dataMeshNodePermissionResourceRef = createPermissionResourceRef<
  DataMeshNodeResource,
  DataMeshNodeFilter
>().with({
  pluginId: 'data-mesh',
  resourceType: RESOURCE_TYPE_DATA_MESH_NODE,
});
