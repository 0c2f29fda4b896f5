import { InputError } from '@backstage/errors';
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  symlink,
} from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { isInside } from './isInside';

/**
 * The files of a folder, with `/`, sorted; what belongs to a Git repository
 * itself is passed over.
 *
 * @throws InputError for a link that leads out of the folder, and for what is
 * neither file nor link
 */
export async function listTree(root: string): Promise<string[]> {
  const realRoot = await realpath(root);
  const files: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; ) {
    const entries = await readdir(join(realRoot, folder), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.toLowerCase() === '.git') {
        continue;
      }
      if (entry.isDirectory()) {
        folders.push(path);
      } else if (entry.isSymbolicLink()) {
        await assertLinkStaysInside(realRoot, path);
        files.push(path);
      } else if (entry.isFile()) {
        files.push(path);
      } else {
        throw new InputError(`${path} is neither a file nor a folder`);
      }
    }
    folder = folders.pop();
  }
  return files.sort();
}

/** Copies files and links, with their modes. */
export async function copyFiles(
  files: string[],
  from: string,
  to: string,
): Promise<void> {
  for (const file of files) {
    const [source, target] = [join(from, file), join(to, file)];
    await mkdir(dirname(target), { recursive: true });
    const stats = await lstat(source);
    if (stats.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else {
      await copyFile(source, target);
      // eslint-disable-next-line no-bitwise
      await chmod(target, stats.mode & 0o111 ? 0o755 : 0o644);
    }
  }
}

async function assertLinkStaysInside(root: string, path: string) {
  const target = await readlink(join(root, path));
  const end = await realpath(join(root, path)).catch(() => undefined);
  if (isAbsolute(target) || end === undefined || !isInside(root, end)) {
    throw new InputError(
      `The link ${path} leads out of the repository (to ${target}): replace it with the file itself`,
    );
  }
}
