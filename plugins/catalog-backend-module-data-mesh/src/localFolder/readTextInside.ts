import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { FileProblem } from './FileProblem';
import { messageOf } from './messageOf';

/** The largest file that is read, in bytes: 1 MiB. */
export const MAX_FILE_SIZE = 1024 * 1024;

/**
 * Reads a text file that lies inside a folder, also after following links.
 *
 * @param root - the folder's real path
 * @throws FileProblem
 */
export async function readTextInside(
  root: string,
  file: string,
): Promise<string> {
  try {
    const real = await realpath(file);
    if (!isInside(root, real)) {
      throw new FileProblem('leads out of the folder');
    }
    const stats = await stat(real);
    // Anything else could block, as a pipe does.
    if (!stats.isFile()) {
      throw new FileProblem('is not a file');
    }
    if (stats.size > MAX_FILE_SIZE) {
      throw new FileProblem(`is larger than 1 MiB (${stats.size} bytes)`);
    }
    return decode(await readFile(real));
  } catch (error) {
    throw error instanceof FileProblem
      ? error
      : new FileProblem(messageOf(error));
  }
}

/** Whether a path is a folder or something in it; looks at names only. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem('is not text in UTF-8');
  }
}
