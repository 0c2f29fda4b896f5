import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { messageOf } from './messageOf';

/** The files of a folder, and the parts of it that could not be looked into. */
export type FoundFiles = {
  /** Relative to the folder, with `/`, sorted. */
  files: string[];
  /** Relative to the folder, `''` for the folder itself. */
  unreadable: { folder: string; reason: string }[];
};

/**
 * Finds files by a pattern. Passes over hidden files and folders and
 * `node_modules`, and does not follow links to folders.
 */
export async function findFiles(
  root: string,
  pattern: string,
): Promise<FoundFiles> {
  const matches = picomatch(pattern.replace(/^\.?\//, ''));
  const found: FoundFiles = { files: [], unreadable: [] };
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; ) {
    try {
      const entries = await readdir(join(root, folder), {
        withFileTypes: true,
      });
      for (const entry of entries) {
        const path = folder ? `${folder}/${entry.name}` : entry.name;
        if (entry.name.startsWith('.') || entry.name === 'node_modules') {
          continue;
        }
        if (entry.isDirectory()) {
          folders.push(path);
        } else if (matches(path)) {
          found.files.push(path);
        }
      }
    } catch (error) {
      found.unreadable.push({ folder, reason: messageOf(error) });
    }
    folder = folders.pop();
  }
  found.files.sort();
  return found;
}
