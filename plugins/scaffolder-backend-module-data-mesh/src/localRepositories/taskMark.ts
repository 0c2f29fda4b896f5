import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Which task made the last commit, so that the same task, run again, finds its
 * own work. Kept beside the commits, not in them.
 */
export type TaskMark = {
  task: string;
  /** The commit before; none for a new repository. */
  basedOn?: string;
};

const FILE = join('.git', 'backstage-task.json');

export async function readTaskMark(dir: string): Promise<TaskMark | undefined> {
  try {
    return JSON.parse(await readFile(join(dir, FILE), 'utf8'));
  } catch {
    return undefined; // never published by a task
  }
}

export async function writeTaskMark(dir: string, mark: TaskMark) {
  const file = join(dir, FILE);
  await writeFile(`${file}.new`, JSON.stringify(mark));
  await rename(`${file}.new`, file);
}
