import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { lstat, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  commitFiles,
  GitAuthor,
  headOf,
  parentOf,
  restoreFiles,
  uncommittedChanges,
} from './git';
import { isInside } from './isInside';
import { lockRepository } from './lockRepository';
import { copyFiles, listTree } from './sourceTree';
import { readTaskMark, writeTaskMark } from './taskMark';

/**
 * Adds a commit with the files that differ. Files that the source does not have
 * stay. When something fails, the working tree is as it was before.
 *
 * @returns the commit that the repository is at, and the files it changed; none
 * when there was nothing to change
 * @throws ConflictError when somebody else changed the repository since
 * `basedOn`
 */
export async function changeRepository(options: {
  /** The folder of all repositories. */
  root: string;
  name: string;
  source: string;
  message: string;
  author: GitAuthor;
  task: string;
  /** The commit that the source was taken from. */
  basedOn: string;
}): Promise<{ commit: string; changedFiles: string[] }> {
  const { name, source, message, author, task, basedOn } = options;
  const dir = await repositoryFolder(options.root, name);
  const candidates = await listTree(source);

  const lock = await lockRepository(dir, task);
  try {
    if (lock.leftByThisTask) {
      await restoreFiles(dir, candidates);
    }
    const head = await headOf(dir);
    if (head !== basedOn) {
      if (await isOwnCommit(dir, { head, basedOn, task })) {
        return { commit: head, changedFiles: [] };
      }
      throw new ConflictError(
        `Somebody else changed ${name} in the meantime: load it again and repeat your change, so that theirs is not lost`,
      );
    }
    await assertClean(dir, name);

    const changedFiles: string[] = [];
    for (const file of candidates) {
      if (!(await isSame(join(source, file), join(dir, file)))) {
        await assertStaysInside(dir, file);
        changedFiles.push(file);
      }
    }
    if (changedFiles.length === 0) {
      return { commit: head, changedFiles };
    }
    try {
      for (const file of changedFiles) {
        await rm(join(dir, file), { force: true });
      }
      await copyFiles(changedFiles, source, dir);
      await writeTaskMark(dir, { task, basedOn });
      const commit = await commitFiles({
        dir,
        files: changedFiles,
        message,
        author,
      });
      return { commit, changedFiles };
    } catch (error) {
      await restoreFiles(dir, changedFiles);
      throw error;
    }
  } finally {
    await lock.release();
  }
}

/** The folder of a repository, which is no link and has a `.git` of its own. */
export async function repositoryFolder(
  root: string,
  name: string,
): Promise<string> {
  const dir = join(await realpath(root).catch(() => root), name);
  for (const path of [dir, join(dir, '.git')]) {
    const stats = await lstat(path).catch(() => undefined);
    if (!stats?.isDirectory()) {
      throw new NotFoundError(`There is no repository named ${name}`);
    }
  }
  return dir;
}

/** @throws ConflictError when the repository has changes that nobody committed */
export async function assertClean(dir: string, name: string) {
  const changes = await uncommittedChanges(dir);
  if (changes.length > 0) {
    throw new ConflictError(
      `The repository ${name} has changes that are not committed (${changes
        .slice(0, 5)
        .join(', ')}): commit or undo them first`,
    );
  }
}

async function isOwnCommit(
  dir: string,
  { head, basedOn, task }: { head: string; basedOn: string; task: string },
) {
  const mark = await readTaskMark(dir);
  return (
    mark?.task === task &&
    mark.basedOn === basedOn &&
    (await parentOf(dir, head)) === basedOn
  );
}

/** A folder on the way to the file may be a link to somewhere else. */
async function assertStaysInside(dir: string, file: string) {
  let folder = dirname(join(dir, file));
  while (folder !== dir) {
    const real = await realpath(folder).catch(() => undefined);
    if (real) {
      if (!isInside(dir, real)) {
        throw new InputError(`${file} would lie outside the repository`);
      }
      return;
    }
    folder = dirname(folder);
  }
}

async function isSame(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([contentOf(a), contentOf(b)]);
  return left !== undefined && right !== undefined && left.equals(right);
}

/** With a first byte that tells links, programs and other files apart. */
async function contentOf(path: string): Promise<Buffer | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats?.isSymbolicLink()) {
    return Buffer.from(`l${await readlink(path)}`);
  }
  if (stats?.isFile()) {
    // eslint-disable-next-line no-bitwise
    const kind = Buffer.from(stats.mode & 0o111 ? 'x' : 'f');
    return Buffer.concat([kind, await readFile(path)]);
  }
  return undefined;
}
