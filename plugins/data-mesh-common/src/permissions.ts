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
 * All permissions of the data mesh plugin.
 *
 * @public
 */
export const dataMeshPermissions = [dataMeshReadPermission];
