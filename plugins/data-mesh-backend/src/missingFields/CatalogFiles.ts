import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { inParts } from '../lists';
import { CatalogFile } from './CatalogFile';

const AT_ONCE = 10;
const ALL_IN_MS = 60_000;

/** What was read of a location, or why nothing was. */
export type ReadFile = { file: CatalogFile } | { problem: string };

/**
 * Reads the files that the catalog itself has read: what it notes on an entity
 * is the only way to name one.
 */
export class CatalogFiles {
  readonly #local: { read(path: string): Promise<CatalogFile> };
  readonly #remote: { read(url: string): Promise<CatalogFile> };
  readonly #allInMs: number;

  constructor(options: {
    local: { read(path: string): Promise<CatalogFile> };
    remote: { read(url: string): Promise<CatalogFile> };
    allInMs?: number;
  }) {
    this.#local = options.local;
    this.#remote = options.remote;
    this.#allInMs = options.allInMs ?? ALL_IN_MS;
  }

  /** By location; each file is read once, and by itself. */
  async read(entities: readonly Entity[]): Promise<Map<string, ReadFile>> {
    const locations = [...new Set(entities.map(locationOf))];
    const until = Date.now() + this.#allInMs;
    const files = new Map<string, ReadFile>();
    for (const part of inParts(locations, AT_ONCE)) {
      const read = await Promise.all(
        part.map(async location => [
          location,
          await this.#try(location, until),
        ]),
      );
      for (const [location, file] of read as [string, ReadFile][]) {
        files.set(location, file);
      }
    }
    return files;
  }

  async #try(location: string, until: number): Promise<ReadFile> {
    try {
      if (Date.now() > until) {
        throw new Error(
          'reading the files before it took too long. Ask for fewer products at once',
        );
      }
      return { file: await this.#read(location) };
    } catch (error) {
      return {
        problem: location
          ? `Its catalog file ${location} cannot be read: ${
              toError(error).message
            }`
          : 'The catalog does not say where its file is.',
      };
    }
  }

  async #read(location: string): Promise<CatalogFile> {
    const target = location.slice(location.indexOf(':') + 1);
    switch (location.slice(0, location.indexOf(':'))) {
      case 'url':
        return this.#remote.read(target);
      case 'file':
        return this.#local.read(target);
      default:
        throw new Error('it is neither a url nor a file');
    }
  }
}

/**
 * Where the catalog has read an entity. It writes this annotation itself,
 * whatever the file says.
 */
export function locationOf(entity: Entity): string {
  return entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
}
