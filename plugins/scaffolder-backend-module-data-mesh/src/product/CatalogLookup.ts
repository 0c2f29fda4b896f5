import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NamedEntity } from './draftRefs';

/** No organisation is deeper; also ends circles. */
const MAX_DEPTH = 20;

/** The catalog as one person sees it. */
export class CatalogLookup {
  readonly #catalog: CatalogService;
  readonly #credentials: BackstageCredentials;

  constructor(catalog: CatalogService, credentials: BackstageCredentials) {
    this.#catalog = catalog;
    this.#credentials = credentials;
  }

  async get(ref: string): Promise<Entity | undefined> {
    return this.#catalog.getEntityByRef(ref, {
      credentials: this.#credentials,
    });
  }

  /** Of some entities, those that there are and those that there are not. */
  async split(
    list: NamedEntity[],
  ): Promise<{ known: NamedEntity[]; unknown: NamedEntity[] }> {
    if (list.length === 0) {
      return { known: [], unknown: [] };
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: list.map(({ ref }) => ref), fields: ['kind', 'metadata'] },
      { credentials: this.#credentials },
    );
    return {
      known: list.filter((_, i) => items[i]),
      unknown: list.filter((_, i) => !items[i]),
    };
  }

  /**
   * Whether a team belongs to those who own a domain: it is one of them or
   * below one of them. A domain without an owner holds every team.
   */
  async isTeamOfDomain(team: string, domain: string): Promise<boolean> {
    const owners = relations(await this.get(domain), RELATION_OWNED_BY);
    if (owners.length === 0) {
      return true;
    }
    const seen = new Set<string>();
    let level = [team];
    for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth++) {
      if (level.some(ref => owners.includes(ref))) {
        return true;
      }
      level.forEach(ref => seen.add(ref));
      const groups = await Promise.all(level.map(ref => this.get(ref)));
      level = groups
        .flatMap(group => relations(group, RELATION_CHILD_OF))
        .filter(ref => !seen.has(ref));
    }
    return false;
  }
}

function relations(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}
