import { AuthService } from '@backstage/backend-plugin-api';
import { EntityFilterQuery } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inParts } from '../lists';

/** Finds in the catalog what takes part in the mesh. */
export const MESH_FILTER: EntityFilterQuery = [
  {
    kind: [
      'DataProduct',
      'Domain',
      'Group',
      'User',
      'System',
      'Component',
      'Resource',
    ],
  },
  { kind: 'API', 'spec.type': 'odcs' },
];

/** Entities, and the time before which the catalog was not asked for them. */
export type CatalogPage = { entities: Entity[]; seenAt: string };

const PAGE_SIZE = 500;
const REFS_A_REQUEST = 200;

/** Reads the catalog in the plugin's own name. */
export class CatalogReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #now: () => Date;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    now?: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#now = options.now ?? (() => new Date());
  }

  /** All entities that take part, a page at a time. */
  async *stream(): AsyncIterable<CatalogPage> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    let seenAt = this.#now().toISOString();
    for await (const entities of this.#catalog.streamEntities(
      { filter: MESH_FILTER, pageSize: PAGE_SIZE },
      { credentials },
    )) {
      yield { entities, seenAt };
      seenAt = this.#now().toISOString();
    }
  }

  /** Single entities, whatever their kind; those that exist. */
  async read(refs: readonly string[]): Promise<CatalogPage> {
    const seenAt = this.#now().toISOString();
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    for (const part of inParts(refs, REFS_A_REQUEST)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: part },
        { credentials },
      );
      entities.push(...items.filter(item => item !== undefined));
    }
    return { entities, seenAt };
  }
}
