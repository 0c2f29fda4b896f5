import { join, relative, sep } from 'node:path';
import {
  assertClean,
  changeRepository,
  repositoryFolder,
} from './changeRepository';
import { LocalRepositoriesConfig } from './config';
import { committedFiles, GitAuthor, headOf } from './git';
import { checkNewRepository, newRepository } from './newRepository';
import { assertRepositoryName, isRepositoryName } from './repositoryName';
import { copyFiles } from './sourceTree';
import { readTaskMark } from './taskMark';

/** What a commit is made of. */
export type PublishOptions = {
  name: string;
  /** The folder whose files are committed. */
  source: string;
  message: string;
  author: GitAuthor;
  /** The task that publishes; run again, it finds its own work. */
  task: string;
};

/** A catalog file in a local repository. */
export type LocalPlace = {
  /** The repository. */
  name: string;
  /** In the repository, with `/`. */
  file: string;
};

/** The Git repositories in the folder that local publishing is set up for. */
export class LocalRepositories {
  readonly id: string;
  readonly #root: string;

  constructor(config: LocalRepositoriesConfig) {
    this.id = config.id;
    this.#root = config.path;
  }

  /** The absolute path of a repository, there or not. */
  pathOf(name: string): string {
    assertRepositoryName(name);
    return join(this.#root, name);
  }

  /** Refuses what {@link LocalRepositories.create} would refuse. */
  async check(options: Pick<PublishOptions, 'name' | 'source' | 'task'>) {
    assertRepositoryName(options.name);
    await checkNewRepository({ root: this.#root, ...options });
  }

  /** Makes a repository with one commit. */
  async create(options: PublishOptions): Promise<string> {
    assertRepositoryName(options.name);
    return newRepository({ root: this.#root, ...options });
  }

  /** Adds a commit with what differs to a repository. */
  async change(
    options: PublishOptions & { basedOn: string },
  ): Promise<{ commit: string; changedFiles: string[] }> {
    assertRepositoryName(options.name);
    return changeRepository({ root: this.#root, ...options });
  }

  /** Copies the committed files, and tells the commit they are from. */
  async fetch(name: string, target: string): Promise<string> {
    assertRepositoryName(name);
    const dir = await repositoryFolder(this.#root, name);
    await assertClean(dir, name);
    const commit = await headOf(dir);
    await copyFiles(await committedFiles(dir), dir, target);
    return commit;
  }

  /** Whether a task made a repository, and nobody changed it since. */
  async isMadeBy(name: string, task: string): Promise<boolean> {
    const mark = await readTaskMark(this.pathOf(name));
    return mark?.task === task && mark.basedOn === undefined;
  }

  /**
   * The repository that a catalog file lies in.
   *
   * @param path - absolute
   * @returns undefined when it lies in none
   */
  placeOf(path: string): LocalPlace | undefined {
    const [name, ...file] = relative(this.#root, path).split(sep);
    return isRepositoryName(name) && file.length > 0
      ? { name, file: file.join('/') }
      : undefined;
  }
}
