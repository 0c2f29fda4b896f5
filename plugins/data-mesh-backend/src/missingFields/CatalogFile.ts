/** A catalog file, read from where the catalog has read it. */
export type CatalogFile = {
  repository: {
    /** Tells repositories and their branches apart. */
    key: string;
    /** To show. */
    name: string;
    branch?: string;
    url?: string;
  };
  /** From the root of the repository, with `/`. */
  path: string;
  content: string;
};

/** What the catalog reads of a file: 1 MiB. */
export const MAX_FILE_SIZE = 1024 * 1024;

/** @throws Error when it is too large, or no text */
export function textOfFile(bytes: Buffer): string {
  if (bytes.length > MAX_FILE_SIZE) {
    throw new Error(`it is larger than 1 MiB (${bytes.length} bytes)`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new Error('it is not text in UTF-8');
  }
}
