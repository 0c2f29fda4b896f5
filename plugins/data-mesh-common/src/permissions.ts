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
 * Allows telling the data mesh what the catalog does not know. People need to
 * answer for the entity besides; services are held by their access
 * restrictions alone.
 *
 * @public
 */
export const evidenceWritePermission = createPermission({
  name: 'data-mesh.evidence.write',
  attributes: { action: 'create' },
});

/**
 * Allows deciding on exceptions and taking them back, except on those that one
 * has asked for. For platform owners.
 *
 * @public
 */
export const waiverManagePermission = createPermission({
  name: 'data-mesh.waiver.manage',
  attributes: { action: 'update' },
});

/**
 * Allows loading the rule sets anew, and seeing where evidence comes from. For
 * platform owners.
 *
 * @public
 */
export const ruleSetManagePermission = createPermission({
  name: 'data-mesh.ruleset.manage',
  attributes: { action: 'update' },
});

/**
 * Allows having a person's name erased from what the data mesh keeps. For
 * people only; services may never. For platform owners.
 *
 * @public
 */
export const personErasePermission = createPermission({
  name: 'data-mesh.person.erase',
  attributes: { action: 'delete' },
});

/**
 * What permissions about goals decide on: a node of the value tree.
 *
 * @public
 */
export const RESOURCE_TYPE_DATA_MESH_NODE = 'data-mesh-node';

/**
 * Allows writing goals, bets, initiatives and measures, moving and linking
 * them, and deciding on them. To be granted on conditions: see the rules
 * `IS_NODE_OWNER`, `IS_DOMAIN_OWNER` and `HAS_DOMAIN`.
 *
 * @public
 */
export const goalManagePermission = createPermission({
  name: 'data-mesh.goal.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_DATA_MESH_NODE,
});

/**
 * Allows reporting a reading of a measure of success. Services are held by
 * their access restrictions alone.
 *
 * @public
 */
export const checkInCreatePermission = createPermission({
  name: 'data-mesh.check-in.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_DATA_MESH_NODE,
});

/**
 * All permissions of the data mesh plugin.
 *
 * @public
 */
export const dataMeshPermissions = [
  dataMeshReadPermission,
  projectionManagePermission,
  evidenceWritePermission,
  waiverManagePermission,
  ruleSetManagePermission,
  personErasePermission,
  goalManagePermission,
  checkInCreatePermission,
];
