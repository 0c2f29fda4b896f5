import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Allows reading what the data mesh backend serves. What of it a person sees
 * is narrowed further by the catalog's own read permission.
 *
 * @public
 */
export const dataMeshReadPermission = createPermission({
  name: 'data-mesh.read',
  attributes: { action: 'read' },
});

/**
 * Allows asking for a comparison with the catalog, and to tell it that missing
 * entities are gone for good. For platform owners.
 *
 * @public
 */
export const projectionManagePermission = createPermission({
  name: 'data-mesh.projection.manage',
  attributes: { action: 'update' },
});

/**
 * All permissions of the data mesh plugin.
 *
 * @public
 */
export const dataMeshPermissions = [
  dataMeshReadPermission,
  projectionManagePermission,
];
