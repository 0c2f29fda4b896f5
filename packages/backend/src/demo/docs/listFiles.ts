import { readdir } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';

/**
 * The paths of all files below a folder, symbolic links left out. None where
 * there is no such folder.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .map(file => file.split(sep).join(posix.sep))
    .sort();
}
