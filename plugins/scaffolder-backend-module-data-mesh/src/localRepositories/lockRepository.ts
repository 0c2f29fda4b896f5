import { ConflictError } from '@backstage/errors';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps others from changing a repository: other tasks, of other replicas too,
 * and Git itself, which heeds the same file.
 *
 * @throws ConflictError when it is locked by somebody else
 */
export async function lockRepository(
  dir: string,
  task: string,
): Promise<{
  /** The task was interrupted here, and runs again. */
  leftByThisTask: boolean;
  release(): Promise<void>;
}> {
  const file = join(dir, '.git', 'index.lock');
  const release = () => rm(file, { force: true });
  try {
    await writeFile(file, task, { flag: 'wx' });
    return { leftByThisTask: false, release };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
    if ((await readFile(file, 'utf8').catch(() => '')) === task) {
      return { leftByThisTask: true, release };
    }
    throw new ConflictError(
      `The repository is being changed by somebody else. Try again in a moment; if that does not help, remove .git/index.lock in it`,
    );
  }
}
