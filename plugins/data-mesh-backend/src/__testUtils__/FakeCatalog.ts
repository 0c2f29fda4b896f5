import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { takesPartInMesh } from '@backstage-data-mesh/plugin-data-mesh-common';
import { stitch } from './entities';

/** A catalog whose content and moods a test decides. */
export class FakeCatalog {
  #entities = new Map<string, Entity>();
  pageSize = 10;
  /** Found when asked for, but passed by in the stream. */
  hidden = new Set<string>();
  requests = 0;
  /** Called before each page and look-up; may throw or wait. */
  beforeRead: (request: number) => Promise<void> | void = () => {};

  constructor(entities: readonly Entity[] = []) {
    this.set(entities);
  }

  set(entities: readonly Entity[]): void {
    this.#entities = new Map(
      stitch(entities).map(entity => [stringifyEntityRef(entity), entity]),
    );
  }

  get service(): CatalogService {
    const service: Pick<
      CatalogService,
      'streamEntities' | 'getEntitiesByRefs'
    > = {
      streamEntities: () => this.#stream(),
      getEntitiesByRefs: async ({ entityRefs }) => {
        await this.beforeRead(++this.requests);
        return { items: entityRefs.map(ref => this.#entities.get(ref)) };
      },
    };
    return service as CatalogService;
  }

  async *#stream(): AsyncIterable<Entity[]> {
    const all = [...this.#entities.values()].filter(
      entity =>
        takesPartInMesh(entity) && !this.hidden.has(stringifyEntityRef(entity)),
    );
    for (let at = 0; at < all.length || at === 0; at += this.pageSize) {
      await this.beforeRead(++this.requests);
      yield all.slice(at, at + this.pageSize);
    }
  }
}
