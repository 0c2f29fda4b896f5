import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import {
  DirectoryPreparer,
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { listFiles } from './listFiles';
import { stylesheet } from './stylesheet';

/**
 * Finds the folder as TechDocs' own preparer does, and tells whether something
 * in it changed. Without that, each reader would be offered a newer version
 * that is the same.
 */
export class FolderPreparer implements PreparerBase {
  readonly #finder: DirectoryPreparer;

  constructor(finder: DirectoryPreparer) {
    this.#finder = finder;
  }

  shouldCleanPreparedDirectory() {
    return this.#finder.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const { preparedDir, etag } = await this.#finder.prepare(entity, options);
    const newEtag = etag || (await digest(join(preparedDir, 'docs')));
    if (newEtag === options?.etag) {
      throw new NotModifiedError();
    }
    return { preparedDir, etag: newEtag };
  }
}

async function digest(folder: string): Promise<string> {
  const hash = createHash('sha256').update(stylesheet);
  for (const file of await listFiles(folder)) {
    hash.update(`${file}\0`).update(await readFile(join(folder, file)));
  }
  return hash.digest('hex');
}
