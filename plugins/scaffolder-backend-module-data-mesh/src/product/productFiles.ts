import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { DraftedFile } from '@backstage-data-mesh/plugin-data-mesh-common';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listTree } from '../localRepositories/sourceTree';

/** What the catalog reads of a file: 1 MiB. */
const MAX_SIZE = 1024 * 1024;

/**
 * The YAML files of a folder, the catalog file first.
 *
 * @throws InputError when the catalog file is not there
 */
export async function readProductFiles(
  folder: string,
  catalogFile: string,
): Promise<DraftedFile[]> {
  const exists = await stat(folder).then(
    stats => stats.isDirectory(),
    () => false,
  );
  const paths = exists ? await listTree(folder) : [];
  if (!paths.includes(catalogFile)) {
    throw new InputError(
      `${catalogFile} is not where the catalog has read it: the product was moved or removed. Wait until the catalog has read it again`,
    );
  }
  const files: DraftedFile[] = [];
  for (const path of [
    catalogFile,
    ...paths.filter(p => p !== catalogFile && /\.ya?ml$/i.test(p)),
  ]) {
    if ((await stat(join(folder, path))).size <= MAX_SIZE) {
      files.push({ path, content: await readFile(join(folder, path), 'utf8') });
    }
  }
  return files;
}

/** Writes files below a folder, and nowhere else. */
export async function writeFiles(folder: string, files: DraftedFile[]) {
  for (const { path, content } of files) {
    const target = resolveSafeChildPath(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
