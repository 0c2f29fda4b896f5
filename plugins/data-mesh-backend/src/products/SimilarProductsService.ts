import {
  SimilarProducts,
  SimilarProductsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { soughtWords, weighWords } from './similarity';
import { SimilarProductsStore } from './SimilarProductsStore';

/** Who asks wants to see a few that are close, not many that may be. */
const MOST_SIMILAR = 5;
/** How much of the words' weight a product has to share. */
const LEAST_SHARE = 0.35;

/** Finds products that may already be what somebody is about to make. */
export class SimilarProductsService {
  readonly #knex: Knex;
  readonly #store: SimilarProductsStore;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#store = new SimilarProductsStore(knex);
  }

  /** The closest first; four statements, whatever is asked. */
  async getSimilar(
    query: SimilarProductsQuery,
    visibility: Visibility,
  ): Promise<SimilarProducts> {
    const words = soughtWords(query.name, query.purpose);
    if (words.length === 0) {
      return { items: [] };
    }
    const { products, frequency } = await this.#store.countWords(
      words,
      visibility,
    );
    const weights = weighWords(words, products, frequency);
    const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    const found = await this.#store.getClosest(
      words.map(word => ({ ...word, weight: weights.get(word.word)! })),
      visibility,
      {
        least: all * LEAST_SHARE,
        limit: MOST_SIMILAR,
        except: query.except?.toLocaleLowerCase('en-US'),
      },
    );
    const shared = await this.#store.getShared(
      words,
      found.map(({ ref }) => ref),
    );
    const name = await nameEntities(
      this.#knex,
      found.flatMap(({ domainRef, ownerRef }) => [domainRef, ownerRef]),
      visibility,
    );
    return {
      items: found.map(({ ref, title, purpose, domainRef, ownerRef }) => ({
        ref,
        title,
        purpose,
        domain: name(domainRef),
        owner: name(ownerRef),
        shared: words
          .map(({ word }) => word)
          .filter(word => shared.get(ref)?.has(word)),
      })),
    };
  }
}
