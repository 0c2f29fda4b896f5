import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { dataMeshReadPermission } from '@backstage-data-mesh/plugin-data-mesh-common';
import { MESH_FILTER } from '../projection/CatalogReader';
import { Visibility } from './Visibility';

const KEPT_FOR_MS = 60_000;
/** About 100 bytes each. */
const MOST_KEPT_REFS = 1_000_000;

type Kept = {
  refs: Promise<ReadonlySet<string>>;
  until: number;
  count: number;
};

/**
 * Decides what a caller may see. A conditional decision is the catalog's to
 * apply, so it is asked, in the caller's name, for all that it shows.
 */
export class VisibilityResolver {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    auth: AuthService;
    now?: () => number;
  }) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#now = options.now ?? Date.now;
  }

  /**
   * What the caller may see of the catalog.
   *
   * @throws NotAllowedError when the caller may not read data mesh at all
   */
  async resolve(credentials: BackstageCredentials): Promise<Visibility> {
    const [decisions] = await Promise.all([
      this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        { credentials },
      ),
      this.require(dataMeshReadPermission, credentials),
    ]);
    switch (decisions[0].result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return this.#visibleRefs(credentials);
      default:
        return new Set();
    }
  }

  /** Whether the caller has the permission. */
  async may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  /** @throws NotAllowedError when the caller lacks the permission */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.may(permission, credentials))) {
      throw new NotAllowedError(
        `This needs the permission ${permission.name}, which you do not have. Ask those who run the portal for it.`,
      );
    }
  }

  async #visibleRefs(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const caller = this.#callerOf(credentials);
    if (!caller) {
      return this.#stream(credentials);
    }
    const kept = this.#kept.get(caller);
    if (kept && kept.until > this.#now()) {
      return kept.refs;
    }
    const fresh: Kept = {
      refs: this.#stream(credentials),
      until: this.#now() + KEPT_FOR_MS,
      count: 0,
    };
    this.#keep(caller, fresh);
    try {
      fresh.count = (await fresh.refs).size;
      this.#makeRoom();
    } catch (error) {
      if (this.#kept.get(caller) === fresh) {
        this.#kept.delete(caller);
      }
      throw error;
    }
    return fresh.refs;
  }

  #callerOf(credentials: BackstageCredentials): string | undefined {
    return this.#auth.isPrincipal(credentials, 'user')
      ? credentials.principal.userEntityRef
      : undefined;
  }

  #keep(caller: string, fresh: Kept): void {
    this.#kept.delete(caller);
    this.#kept.set(caller, fresh);
  }

  /** The oldest entries go first: a map keeps the order of its keys. */
  #makeRoom(): void {
    let total = 0;
    for (const { count } of this.#kept.values()) {
      total += count;
    }
    for (const [caller, { count, until }] of this.#kept) {
      if (until <= this.#now() || total > MOST_KEPT_REFS) {
        this.#kept.delete(caller);
        total -= count;
      }
    }
  }

  async #stream(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const refs = new Set<string>();
    for await (const page of this.#catalog.streamEntities(
      {
        filter: MESH_FILTER,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        pageSize: 2000,
      },
      { credentials },
    )) {
      page.forEach((entity: Entity) => refs.add(stringifyEntityRef(entity)));
    }
    return refs;
  }
}
