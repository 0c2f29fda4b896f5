import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, RELATION_PROVIDES_API } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MS = 500;

/** What the catalog shows of a product and its contracts, to be compared. */
export class ShownVersion {
  readonly #catalog: CatalogService;
  readonly #credentials: BackstageCredentials;
  readonly #refs: string[];
  readonly #etags: string;

  private constructor(options: {
    catalog: CatalogService;
    credentials: BackstageCredentials;
    refs: string[];
    etags: string;
  }) {
    this.#catalog = options.catalog;
    this.#credentials = options.credentials;
    this.#refs = options.refs;
    this.#etags = options.etags;
  }

  static async of(
    product: Entity,
    productRef: string,
    catalog: CatalogService,
    credentials: BackstageCredentials,
  ): Promise<ShownVersion> {
    const contracts = (product.relations ?? [])
      .filter(({ type }) => type === RELATION_PROVIDES_API)
      .map(({ targetRef }) => targetRef);
    const refs = [productRef, ...contracts];
    const etags = await readEtags(catalog, credentials, refs);
    return new ShownVersion({ catalog, credentials, refs, etags });
  }

  /**
   * Waits until one of them is another, so that whoever opens the page sees
   * what was changed.
   *
   * @returns false when the time is over
   */
  async awaitAnother(timeoutMs: number, signal?: AbortSignal) {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const etags = await readEtags(
        this.#catalog,
        this.#credentials,
        this.#refs,
      );
      if (etags !== this.#etags) {
        return true;
      }
      if (Date.now() >= until) {
        return false;
      }
      await delay(PAUSE_MS, undefined, { signal });
    }
  }
}

async function readEtags(
  catalog: CatalogService,
  credentials: BackstageCredentials,
  entityRefs: string[],
): Promise<string> {
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs, fields: ['metadata.etag'] },
    { credentials },
  );
  return items.map(item => item?.metadata.etag ?? '').join(' ');
}
