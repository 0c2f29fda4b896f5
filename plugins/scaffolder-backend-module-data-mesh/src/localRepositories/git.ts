import fs from 'node:fs';
import git from 'isomorphic-git';

/** Who a commit is by. */
export type GitAuthor = { name: string; email: string };

/** The columns of a status row that say: as committed. */
const AS_COMMITTED = '1,1,1';

/** Adds everything that is not ignored, and commits it as the first commit. */
export async function commitAll(options: {
  dir: string;
  message: string;
  author: GitAuthor;
}): Promise<string> {
  const { dir, message, author } = options;
  await git.init({ fs, dir, defaultBranch: 'main' });
  await git.add({ fs, dir, filepath: '.' });
  return git.commit({ fs, dir, message, author });
}

/** The commit that the current branch is at. */
export async function headOf(dir: string): Promise<string> {
  return git.resolveRef({ fs, dir, ref: 'HEAD' });
}

/** The commit before another one; none before the first. */
export async function parentOf(
  dir: string,
  oid: string,
): Promise<string | undefined> {
  const { commit } = await git.readCommit({ fs, dir, oid });
  return commit.parent[0];
}

/** The files of the current commit. */
export async function committedFiles(dir: string): Promise<string[]> {
  return git.listFiles({ fs, dir, ref: 'HEAD' });
}

/** Files that are in the commit or staged, and differ from the commit. */
export async function uncommittedChanges(dir: string): Promise<string[]> {
  const rows = await git.statusMatrix({ fs, dir });
  return rows
    .filter(
      ([, head, workdir, stage]) =>
        (head === 1 || stage !== 0) &&
        `${head},${workdir},${stage}` !== AS_COMMITTED,
    )
    .map(([path]) => path);
}

/** Stages files and commits them on the current branch. */
export async function commitFiles(options: {
  dir: string;
  files: string[];
  message: string;
  author: GitAuthor;
}): Promise<string> {
  const { dir, files, message, author } = options;
  await git.add({ fs, dir, filepath: files, force: true });
  return git.commit({ fs, dir, message, author });
}

/** Makes files in the working tree and the index as the commit has them. */
export async function restoreFiles(dir: string, files: string[]) {
  const committed = new Set(await committedFiles(dir));
  for (const filepath of files) {
    await git.resetIndex({ fs, dir, filepath });
    if (!committed.has(filepath)) {
      await fs.promises.rm(`${dir}/${filepath}`, { force: true });
    }
  }
  const known = files.filter(file => committed.has(file));
  if (known.length > 0) {
    await git.checkout({ fs, dir, filepaths: known, force: true });
  }
}
