import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  catalogIngestionReadPermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  createDataMeshConditionalDecision,
  dataMeshConditions,
} from '@backstage-data-mesh/plugin-data-mesh-backend';
import {
  checkInCreatePermission,
  evidenceWritePermission,
  goalManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { unprocessedEntitiesReadPermission } from '@backstage/plugin-catalog-unprocessed-entities-common';
import {
  AuthorizeResult,
  isPermission,
  isReadPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

/** Reading that shows how the catalog is run, not what is in it. */
const forPlatformOwners = new Set([
  unprocessedEntitiesReadPermission.name,
  catalogLocationReadPermission.name,
  catalogIngestionReadPermission.name,
]);

/** What starting a template takes. */
const toStartTemplates = new Set([
  taskCreatePermission.name,
  actionExecutePermission.name,
]);

/** Writes for which the backend itself asks whether one answers for it. */
const forThoseWhoAnswer = new Set([evidenceWritePermission.name]);

/**
 * The rules of the demo portal, first match wins:
 *
 * 1. nobody does anything without signing in;
 * 2. platform owners may do everything;
 * 3. everyone may read, except what only helps to run the platform;
 * 4. everyone may start a template, and stop what they started;
 * 5. everyone may send evidence; the data mesh takes it from those who answer
 *    for the entity;
 * 6. goals, bets and initiatives are changed by those who own or sponsor them,
 *    or what they serve, and by those who answer for their domain; these and
 *    the teams that work on them report their measures;
 * 7. an entity may be changed by those who own it;
 * 8. the rest is left to the platform owners, also to decide on exceptions,
 *    to load rule sets anew, to erase the name of a person, and to write the
 *    goals of the whole company.
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;
  readonly #platformOwners: Set<string>;

  /**
   * @param options - `platformOwners`: full refs of users and groups
   */
  constructor(options: {
    userInfo: UserInfoService;
    platformOwners: string[];
  }) {
    this.#userInfo = options.userInfo;
    this.#platformOwners = new Set(
      options.platformOwners.map(ref => ref.toLocaleLowerCase('en-US')),
    );
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const { userEntityRef, ownershipEntityRefs: claims } =
      await this.#userInfo.getUserInfo(user.credentials);
    if (claims.some(claim => this.#platformOwners.has(claim))) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (
      isReadPermission(permission) &&
      !forPlatformOwners.has(permission.name)
    ) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (toStartTemplates.has(permission.name)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (forThoseWhoAnswer.has(permission.name)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (isPermission(permission, taskCancelPermission)) {
      return createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({ createdBy: [userEntityRef] }),
      );
    }
    if (isPermission(permission, goalManagePermission)) {
      return createDataMeshConditionalDecision(permission, {
        anyOf: [
          dataMeshConditions.isNodeOwner({ claims }),
          dataMeshConditions.isDomainOwner({ claims }),
        ],
      });
    }
    if (isPermission(permission, checkInCreatePermission)) {
      return createDataMeshConditionalDecision(permission, {
        anyOf: [
          dataMeshConditions.isNodeOwner({ claims }),
          dataMeshConditions.isDomainOwner({ claims }),
          dataMeshConditions.isMeasureOwner({ claims }),
        ],
      });
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    return { result: AuthorizeResult.DENY };
  }
}
