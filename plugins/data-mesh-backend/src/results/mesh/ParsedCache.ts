/**
 * Remembers what stored texts say by their digest, so that none is parsed
 * twice. It holds what the last look needed and forgets the rest.
 */
export class ParsedCache<T> {
  #entries = new Map<string, T>();
  readonly #parse: (text: string) => T;

  constructor(parse: (text: string) => T) {
    this.#parse = parse;
  }

  get(digest: string): T | undefined {
    return this.#entries.get(digest);
  }

  missing(digests: Iterable<string>): string[] {
    return [...new Set(digests)].filter(digest => !this.#entries.has(digest));
  }

  /** @throws what parsing throws */
  add(digest: string, text: string): void {
    this.#entries.set(digest, this.#parse(text));
  }

  keepOnly(digests: ReadonlySet<string>): void {
    for (const digest of this.#entries.keys()) {
      if (!digests.has(digest)) {
        this.#entries.delete(digest);
      }
    }
  }
}
