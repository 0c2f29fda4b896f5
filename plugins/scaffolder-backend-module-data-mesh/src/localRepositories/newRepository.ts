import { ConflictError, InputError } from '@backstage/errors';
import { lstat, mkdir, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commitAll, committedFiles, GitAuthor, headOf } from './git';
import { copyFiles, listTree } from './sourceTree';
import { readTaskMark, writeTaskMark } from './taskMark';

/**
 * Makes a repository with one commit. It comes into being at once, by renaming
 * a hidden folder beside it: whatever fails, there is no half of it.
 *
 * @returns the commit
 * @throws ConflictError when there is a folder of that name that another task
 * made
 */
export async function newRepository(options: {
  /** The folder of all repositories. */
  root: string;
  name: string;
  /** The folder whose files go into the commit. */
  source: string;
  message: string;
  author: GitAuthor;
  task: string;
}): Promise<string> {
  const { name, source, message, author, task } = options;
  await mkdir(options.root, { recursive: true });
  const { root, target, ownCommit, files } = await checkNewRepository(options);
  if (ownCommit) {
    return ownCommit;
  }
  const making = join(root, `.${name}.${task.replace(/[^\w-]/g, '_')}`);
  try {
    await rm(making, { recursive: true, force: true });
    await mkdir(making);
    await copyFiles(files, source, making);
    const commit = await commitAll({ dir: making, message, author });
    if ((await committedFiles(making)).length === 0) {
      throw nothingToCommit();
    }
    await writeTaskMark(making, { task });
    await rename(making, target).catch(error => {
      throw isTaken(error) ? alreadyThere(name) : error;
    });
    return commit;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/**
 * Refuses what {@link newRepository} would refuse, and finds what there is to
 * do.
 */
export async function checkNewRepository(options: {
  root: string;
  name: string;
  source: string;
  task: string;
}) {
  const { name, task } = options;
  const root = await realpath(options.root).catch(() => options.root);
  const target = join(root, name);
  const ownCommit = await findOwnCommit(target, { name, task });
  const files = await listTree(options.source);
  if (files.length === 0) {
    throw nothingToCommit();
  }
  return { root, target, files, ownCommit };
}

/** Of this task, when it ran before. */
async function findOwnCommit(
  target: string,
  { name, task }: { name: string; task: string },
): Promise<string | undefined> {
  const stats = await lstat(target).catch(() => undefined);
  if (!stats) {
    return undefined;
  }
  const mark = stats.isDirectory() ? await readTaskMark(target) : undefined;
  if (mark?.task !== task || mark.basedOn !== undefined) {
    throw alreadyThere(name);
  }
  return headOf(target);
}

function nothingToCommit() {
  return new InputError('There is nothing to commit: the workspace is empty');
}

function alreadyThere(name: string) {
  return new ConflictError(
    `There is already a repository named ${name}: choose another name, or change the one there is`,
  );
}

function isTaken(error: { code?: string }) {
  return ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(error.code ?? '');
}
