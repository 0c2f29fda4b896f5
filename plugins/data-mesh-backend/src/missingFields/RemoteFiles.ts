import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import parseGitUrl from 'git-url-parse';
import { posix } from 'node:path';
import { CatalogFile, textOfFile } from './CatalogFile';

/** A host that does not answer must not hold up the others. */
const TIMEOUT_MS = 10_000;

/** Catalog files that are read over the network. */
export class RemoteFiles {
  readonly #reader: UrlReaderService;
  readonly #integrations: ScmIntegrations;
  readonly #timeoutMs: number;

  constructor(options: {
    reader: UrlReaderService;
    integrations: ScmIntegrations;
    timeoutMs?: number;
  }) {
    this.#reader = options.reader;
    this.#integrations = options.integrations;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /** @throws Error that says why the file cannot be read */
  async read(url: string): Promise<CatalogFile> {
    return { ...this.#placeOf(url), content: textOfFile(await this.#get(url)) };
  }

  async #get(url: string): Promise<Buffer> {
    const signal = AbortSignal.timeout(this.#timeoutMs);
    // Not every reader heeds the signal.
    const tooLate = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () =>
        reject(new Error(`its host did not answer in ${this.#timeoutMs} ms`)),
      );
    });
    const read = async () => {
      const response = await this.#reader.readUrl(url, { signal });
      return response.buffer();
    };
    return Promise.race([read(), tooLate]);
  }

  #placeOf(url: string): Omit<CatalogFile, 'content'> {
    const place = this.#integrations.byUrl(url) && inRepository(url);
    if (place) {
      return place;
    }
    const { origin, pathname } = new URL(url);
    const folder = posix.dirname(pathname);
    return {
      repository: { key: origin + folder, name: origin + folder },
      path: posix.basename(pathname),
    };
  }
}

function inRepository(url: string): Omit<CatalogFile, 'content'> | undefined {
  try {
    const { resource, owner, name, ref, filepath } = parseGitUrl(url);
    const path = filepath.replace(/^\/+/, '');
    if (!name || !path) {
      return undefined;
    }
    const repository = owner ? `${owner}/${name}` : name;
    return {
      repository: {
        key: `${resource}/${repository}#${ref}`,
        name: repository,
        ...(ref && { branch: ref }),
        url: `https://${resource}/${repository}`,
      },
      path,
    };
  } catch {
    return undefined;
  }
}
