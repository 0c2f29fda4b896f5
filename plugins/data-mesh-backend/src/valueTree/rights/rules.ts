import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import {
  DataMeshNodeResource,
  dataMeshNodePermissionResourceRef as resourceRef,
} from './resource';

const claims = z.object({
  claims: z
    .array(z.string())
    .describe('Refs of a user and of the groups that the user is a member of'),
});

function isOneOf(
  key: 'owners' | 'domainOwners' | 'measureOwners',
  name: string,
  description: string,
) {
  return createPermissionRule({
    name,
    description,
    resourceRef,
    paramsSchema: claims,
    apply: (resource: DataMeshNodeResource, params) =>
      params.claims.some(claim => resource[key].includes(claim)),
    toQuery: params => ({ key, values: params.claims }),
  });
}

const isNodeOwner = isOneOf(
  'owners',
  'IS_NODE_OWNER',
  'Allow nodes that one of the claims owns or sponsors, with those below of the same domain',
);

const isDomainOwner = isOneOf(
  'domainOwners',
  'IS_DOMAIN_OWNER',
  'Allow nodes of domains that one of the claims answers for: the owning group, a group below it, the domain owner or the data lead',
);

const isMeasureOwner = isOneOf(
  'measureOwners',
  'IS_MEASURE_OWNER',
  'Allow measures that one of the claims owns, or whose initiatives one of the claims works on',
);

const hasDomain = createPermissionRule({
  name: 'HAS_DOMAIN',
  description: 'Allow nodes of one of these domains',
  resourceRef,
  paramsSchema: z.object({
    domains: z.array(z.string()).describe('Full refs of domains'),
  }),
  apply: ({ domain }, { domains }) =>
    domain !== undefined && domains.includes(domain),
  toQuery: ({ domains }) => ({ key: 'domain', values: domains }),
});

/** The rules that permissions on nodes of the value tree may be bound to. */
export const nodeRules = {
  isNodeOwner,
  isDomainOwner,
  isMeasureOwner,
  hasDomain,
};

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef,
  rules: nodeRules,
});

/**
 * Conditions for a permission policy: on which goals, bets and initiatives
 * something is allowed.
 *
 * @public
 */
export const dataMeshConditions = conditions;

/**
 * Makes a decision out of {@link dataMeshConditions}.
 *
 * @example
 * ```ts
 * if (isPermission(permission, goalManagePermission)) {
 *   return createDataMeshConditionalDecision(permission, {
 *     anyOf: [
 *       dataMeshConditions.isNodeOwner({ claims }),
 *       dataMeshConditions.isDomainOwner({ claims }),
 *     ],
 *   });
 * }
 * ```
 *
 * @public
 */
export const createDataMeshConditionalDecision = createConditionalDecision;
