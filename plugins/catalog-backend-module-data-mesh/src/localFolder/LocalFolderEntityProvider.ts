import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { createHash } from 'node:crypto';
import { LocalFolderConfig } from './config';
import {
  LocalFolder,
  LocalFolderProblem,
  LocalFolderReading,
} from './LocalFolder';

/** Gives the catalog what the catalog files of a local folder hold. */
export class LocalFolderEntityProvider implements EntityProvider {
  readonly id: string;
  readonly #folder: LocalFolder;
  readonly #path: string;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;

  #connection?: EntityProviderConnection;
  #problems: LocalFolderProblem[] = [];
  #running: Promise<void> = Promise.resolve();
  #waiting?: Promise<void>;
  #appliedDigest?: string;
  #appliedRefs = new Set<string>();

  constructor(options: {
    config: LocalFolderConfig;
    logger: LoggerService;
    taskRunner: SchedulerServiceTaskRunner;
  }) {
    const { id, path, catalogPath } = options.config;
    this.id = id;
    this.#path = path;
    this.#folder = new LocalFolder({ path, pattern: catalogPath });
    this.#logger = options.logger.child({ folder: id });
    this.#taskRunner = options.taskRunner;
  }

  getProviderName(): string {
    return `data-mesh-local-folder:${this.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#taskRunner.run({
      id: `${this.getProviderName()}:refresh`,
      fn: () => this.refresh(),
    });
  }

  /** What could not be taken over when the folder was read last. */
  get problems(): LocalFolderProblem[] {
    return this.#problems;
  }

  /**
   * Reads the folder and hands on what changed. Called while a reading goes
   * on, it reads once more afterwards, as that one may have missed a file.
   */
  refresh(): Promise<void> {
    this.#waiting ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#waiting = undefined;
        this.#running = this.#read();
        return this.#running;
      });
    return this.#waiting;
  }

  async #read(): Promise<void> {
    if (!this.#connection) {
      return;
    }
    const reading = await this.#folder.read();
    this.#report(reading.problems);

    const digest = createHash('sha1')
      .update(JSON.stringify([reading.complete, reading.entities]))
      .digest('base64');
    if (digest !== this.#appliedDigest) {
      await this.#apply(reading, this.#connection);
      this.#appliedDigest = digest;
      this.#logger.info(
        `Read ${reading.entities.length} entities from ${this.#path}`,
      );
    }
  }

  async #apply(
    { entities, complete }: LocalFolderReading,
    connection: EntityProviderConnection,
  ) {
    const locationKey = this.getProviderName();
    const deferred = entities.map(entity => ({ entity, locationKey }));
    const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
    if (complete) {
      await connection.applyMutation({ type: 'full', entities: deferred });
    } else {
      // After a restart nobody knows what the unread files held. Only what is
      // known to be gone is removed; the rest waits until they can be read.
      const gone = [...this.#appliedRefs].filter(ref => !refs.has(ref));
      await connection.applyMutation({
        type: 'delta',
        added: deferred,
        removed: gone.map(entityRef => ({ entityRef, locationKey })),
      });
    }
    this.#appliedRefs = refs;
  }

  /** Logs each problem once, when it comes up and when it is gone. */
  #report(problems: LocalFolderProblem[]) {
    const known = new Set(this.#problems.map(describe));
    const now = new Set(problems.map(describe));
    for (const line of now) {
      if (!known.has(line)) {
        this.#logger.warn(line);
      }
    }
    for (const line of known) {
      if (!now.has(line)) {
        this.#logger.info(`No longer: ${line}`);
      }
    }
    this.#problems = problems;
  }
}

function describe(problem: LocalFolderProblem): string {
  const { file, message, line, column, lastGoodKept } = problem;
  const place = [file, line, column].filter(part => part !== undefined);
  return `${place.join(':')} ${message}${
    lastGoodKept ? ' (its last good content stays in the catalog)' : ''
  }`;
}
