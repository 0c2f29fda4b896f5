import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { FileProblem } from './FileProblem';
import { findFiles } from './findFiles';
import { messageOf } from './messageOf';
import { ParsedDocument, parseDocuments } from './parseDocuments';
import { readTextInside } from './readTextInside';
import { resolveText } from './resolveText';
import { toEntity } from './toEntity';

/** Something in a local folder that could not be taken over. */
export type LocalFolderProblem = {
  /** Relative to the folder; `.` is the folder itself. */
  file: string;
  message: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1. */
  column?: number;
  /** Whether the file's last good content is still in the catalog. */
  lastGoodKept: boolean;
};

/** What a local folder holds. */
export type LocalFolderReading = {
  entities: Entity[];
  problems: LocalFolderProblem[];
  /**
   * False when something could not be read that was never read before: then
   * nobody knows which entities of the catalog belong to it.
   */
  complete: boolean;
};

/**
 * A folder of catalog files, each read by itself. A file that was good and is
 * not any more stands for its last good content.
 */
export class LocalFolder {
  readonly #path: string;
  readonly #pattern: string;
  /** Parsing is the dear part, so it is done once for each content. */
  readonly #parsed = new Map<
    string,
    { source: string; documents: ParsedDocument[] }
  >();
  readonly #good = new Map<string, Entity[]>();

  constructor(options: { path: string; pattern: string }) {
    this.#path = options.path;
    this.#pattern = options.pattern;
  }

  async read(): Promise<LocalFolderReading> {
    const problems: LocalFolderProblem[] = [];
    const stale = new Set<string>();
    let complete = true;

    const root = await realpath(this.#path).catch(() => this.#path);
    const { files, unreadable } = await findFiles(root, this.#pattern);
    for (const { folder, reason } of unreadable) {
      complete = false;
      problems.push({
        file: folder || '.',
        message: reason,
        lastGoodKept: [...this.#good.keys()].some(isIn(folder)),
      });
    }
    for (const file of files) {
      try {
        this.#good.set(file, await this.#readFile(root, file));
      } catch (error) {
        const lastGoodKept = this.#good.has(file);
        stale.add(file);
        complete &&= lastGoodKept;
        problems.push(toProblem(file, error, lastGoodKept));
      }
    }
    for (const file of this.#good.keys()) {
      if (unreadable.some(({ folder }) => isIn(folder)(file))) {
        stale.add(file);
      } else if (!files.includes(file)) {
        this.#good.delete(file);
        this.#parsed.delete(file);
      }
    }
    const entities = this.#merge(stale, problems);
    return { entities, problems, complete };
  }

  async #readFile(root: string, file: string): Promise<Entity[]> {
    const source = await readTextInside(root, join(root, file));
    let parsed = this.#parsed.get(file);
    if (parsed?.source !== source) {
      parsed = { source, documents: parseDocuments(source) };
      this.#parsed.set(file, parsed);
    }
    const entities: Entity[] = [];
    for (const { line, content } of parsed.documents) {
      try {
        const resolved = await resolveText(content, { root, file });
        entities.push(toEntity(resolved as JsonObject, join(this.#path, file)));
      } catch (error) {
        throw new FileProblem(messageOf(error), line);
      }
    }
    return entities;
  }

  /** Of entities with the same ref the first file's counts, fresh ones first. */
  #merge(stale: Set<string>, problems: LocalFolderProblem[]): Entity[] {
    const merged = new Map<string, { file: string; entity: Entity }>();
    const files = [...this.#good.keys()].sort();
    for (const file of [
      ...files.filter(name => !stale.has(name)),
      ...files.filter(name => stale.has(name)),
    ]) {
      for (const entity of this.#good.get(file)!) {
        const ref = stringifyEntityRef(entity);
        const first = merged.get(ref);
        if (first) {
          problems.push({
            file,
            message: `holds ${ref}, which is already in ${first.file}`,
            lastGoodKept: false,
          });
        } else {
          merged.set(ref, { file, entity });
        }
      }
    }
    return [...merged.values()].map(({ entity }) => entity);
  }
}

function isIn(folder: string) {
  return (file: string) => folder === '' || file.startsWith(`${folder}/`);
}

function toProblem(
  file: string,
  error: unknown,
  lastGoodKept: boolean,
): LocalFolderProblem {
  const { line, column } =
    error instanceof FileProblem ? error : ({} as Partial<FileProblem>);
  return {
    file,
    message: messageOf(error),
    ...(line && { line }),
    ...(column && { column }),
    lastGoodKept,
  };
}
