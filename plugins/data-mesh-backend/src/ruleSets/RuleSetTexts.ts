import {
  resolvePackagePath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { KeptTexts } from './KeptTexts';
import { RuleSetSource } from './ruleSetsConfig';

/** Where the rule sets are that come with the plugins. */
export const defaultRuleSetsDirectory = resolvePackagePath(
  '@backstage-data-mesh/plugin-data-mesh-common',
  'rulesets',
);

const LONGEST_READ_MS = 30_000;

/** The text of a rule set, as it is or as it was when it could last be read. */
export type RuleSetText = {
  text: string;
  /** What its problems are told by. */
  file: string;
  /** `default`, or the file or url it is read from. */
  origin: string;
  /** Why it could not be read anew. */
  problem?: string;
};

type Fetched = { text: string; etag?: string };

/** Reads the texts of rule sets, and passes over a server that is away. */
export class RuleSetTexts {
  readonly #urlReader: UrlReaderService;
  readonly #kept: KeptTexts;
  readonly #fetched = new Map<string, Fetched>();

  constructor(options: { urlReader: UrlReaderService; kept: KeptTexts }) {
    this.#urlReader = options.urlReader;
    this.#kept = options.kept;
  }

  /** @throws Error if there is nothing to read, and nothing was read before */
  async read(id: string, source?: RuleSetSource): Promise<RuleSetText> {
    if (!source) {
      const file = `${id}.yaml`;
      const path = join(defaultRuleSetsDirectory, file);
      return { text: await readFile(path, 'utf8'), file, origin: 'default' };
    }
    if ('file' in source) {
      const { file } = source;
      const text = await readFile(resolve(file), 'utf8');
      return { text, file, origin: file };
    }
    return this.#readUrl(source.url);
  }

  /** Keeps texts that were good, for a start while their server is away. */
  async keep(texts: readonly (RuleSetText | undefined)[]): Promise<void> {
    for (const { text, origin } of texts.filter(one => one !== undefined)) {
      if (this.#fetched.has(origin)) {
        await this.#kept.set(origin, text);
      }
    }
  }

  async #readUrl(url: string): Promise<RuleSetText> {
    const named = { file: url, origin: url };
    const known = this.#fetched.get(url);
    try {
      const { text, etag } = await this.#fetch(url, known);
      this.#fetched.set(url, { text, etag });
      return { text, ...named };
    } catch (error) {
      const text = known?.text ?? (await this.#kept.get(url));
      if (text === undefined) {
        throw error;
      }
      return { text, ...named, problem: `${url}: ${tellReadError(error)}` };
    }
  }

  async #fetch(url: string, known?: Fetched): Promise<Fetched> {
    try {
      const response = await this.#urlReader.readUrl(url, {
        etag: known?.etag,
        signal: AbortSignal.timeout(LONGEST_READ_MS),
      });
      return {
        text: (await response.buffer()).toString('utf8'),
        etag: response.etag,
      };
    } catch (error) {
      if (known && (error as Error).name === 'NotModifiedError') {
        return known;
      }
      throw error;
    }
  }
}

/** Why a text could not be read, in a sentence. */
export function tellReadError(error: unknown): string {
  const { code, message = String(error) } = error as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? `There is no such file; a relative path starts in ${process.cwd()}.`
    : `It could not be read: ${message}`;
}
