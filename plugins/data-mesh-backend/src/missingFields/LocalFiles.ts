import { isChildPath } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CatalogFile, MAX_FILE_SIZE, textOfFile } from './CatalogFile';

const FOLDERS = 'catalog.providers.dataMeshLocalFolder';

/** The folders whose catalog files the catalog reads by itself; absolute. */
export function readLocalFolders(config: Config): string[] {
  const folders = config.getOptionalConfig(FOLDERS);
  return (folders?.keys() ?? []).map(id =>
    resolve(folders!.getConfig(id).getString('path')),
  );
}

/** Catalog files on the disk of the backend, in these folders only. */
export class LocalFiles {
  readonly #folders: readonly string[];

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** @throws Error that says why the file cannot be read */
  async read(path: string): Promise<CatalogFile> {
    // Links are followed on both sides
    const folder = this.#folders.find(inside => isChildPath(inside, path));
    if (!folder) {
      throw new Error(
        `it lies on the disk of the portal, outside the folders of ${FOLDERS}`,
      );
    }
    const file = await realpath(path).catch(() => undefined);
    if (!file) {
      throw new Error('it is not where the catalog has read it');
    }
    const stats = await stat(file);
    // Anything else could block, as a pipe does.
    if (!stats.isFile()) {
      throw new Error('it is not a file');
    }
    if (stats.size > MAX_FILE_SIZE) {
      throw new Error(`it is larger than 1 MiB (${stats.size} bytes)`);
    }
    const root = await repositoryOf(file, await realpath(folder));
    return {
      repository: { key: `file:${root}`, name: basename(root) },
      path: relative(root, file).split(sep).join('/'),
      content: textOfFile(await readFile(file)),
    };
  }
}

/** The nearest folder that is a Git repository, else the outermost one. */
async function repositoryOf(file: string, outermost: string): Promise<string> {
  for (let folder = dirname(file); folder !== outermost; ) {
    const isRepository = await stat(join(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (isRepository) {
      return folder;
    }
    folder = dirname(folder);
  }
  return outermost;
}
