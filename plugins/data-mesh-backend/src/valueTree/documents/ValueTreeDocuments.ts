import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import {
  ParsedValueTree,
  parseValueTree,
  ValueTreeDocuments as Statuses,
  ValueTreePlan,
  ValueTreePlanRequest,
  ValueTreeProblem,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { Deadline } from '../../evidence/Deadline';
import { tellReadError } from '../../ruleSets/RuleSetTexts';
import { DocumentApplier } from './DocumentApplier';
import { DocumentSource } from './DocumentSource';
import { DocumentStore } from './DocumentStore';

const TASK = 'data-mesh-value-tree-document';
const NOT_APPLIED =
  'It could not be applied, for a reason that the log of the backend tells; it is tried again.';
const LONGEST_READ_MS = 60_000;

/** Follows the documents in Git that the value tree is read from. */
export class ValueTreeDocuments {
  readonly #sources: readonly DocumentSource[];
  readonly #applier: DocumentApplier;
  readonly #store: DocumentStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #parsed = new Map<
    string,
    { digest: string; parsed: ParsedValueTree }
  >();

  constructor(options: {
    knex: Knex;
    sources: readonly DocumentSource[];
    applier: DocumentApplier;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#sources = options.sources;
    this.#applier = options.applier;
    this.#store = new DocumentStore(options.knex);
    this.#logger = options.logger;
    this.#now = options.now;
    requireOnce(options.sources);
  }

  /**
   * Takes in what is at hand before it returns, and all from time to time.
   * What a document owned that is no longer read is free from now on.
   */
  async start({ scheduler }: { scheduler: SchedulerService }): Promise<void> {
    await this.#releaseOthers();
    for (const source of this.#sources.filter(({ isLocal }) => isLocal)) {
      await this.refresh(source);
    }
    for (const source of this.#sources) {
      await scheduler.scheduleTask({
        ...source.schedule,
        id: `${TASK}-${source.id}`,
        fn: signal => this.refresh(source, signal),
      });
    }
  }

  /** Reads a document and applies it. What fails is noted, and not thrown. */
  async refresh(source: DocumentSource, signal?: AbortSignal): Promise<void> {
    const problems = await this.#attempt(source, signal).catch(error => {
      this.#logger.error(
        `The document “${source.id}” of the value tree could not be applied`,
        toError(error),
      );
      return [{ message: NOT_APPLIED }];
    });
    const known = await this.#store.find(source.id);
    await this.#store.saveTry(source, this.#now().toISOString(), problems);
    const isNews =
      JSON.stringify(problems) !== JSON.stringify(known?.problems ?? []);
    if (problems.length > 0 && isNews) {
      this.#logger.warn(
        [
          `The document “${source.id}” of the value tree is not taken; what was in force before still is:`,
          ...problems.map(tellProblem),
        ].join('\n- '),
      );
    }
  }

  /** How all documents stand, also those that are no longer read. */
  async getStatus(): Promise<Statuses> {
    const known = new Map(
      (await this.#store.all()).map(document => [document.id, document]),
    );
    const ids = new Set([
      ...this.#sources.map(({ id }) => id),
      ...known.keys(),
    ]);
    const sources = new Map(this.#sources.map(source => [source.id, source]));
    return {
      items: [...ids].map(id => {
        const source = sources.get(id);
        const {
          appliedAt,
          triedAt,
          plan,
          problems = [],
          mode = 'managed',
        } = known.get(id) ?? {};
        return {
          id,
          mode: source?.mode ?? mode,
          target: source?.target,
          isConfigured: source !== undefined,
          triedAt,
          appliedAt,
          problems,
          plan,
        };
      }),
    };
  }

  /** What applying a text would do; nothing is written. */
  async plan(request: ValueTreePlanRequest): Promise<ValueTreePlan> {
    const { text, mode = 'managed' } = request;
    const parsed = parseValueTree(text);
    const { document, problems } = parsed;
    if (!document) {
      return refusedPlan(problems);
    }
    const id = request.id ?? document.name;
    const source = this.#sources.find(one => one.id === id);
    const takeOver = request.takeOver ?? source?.takeOver;
    return this.#applier.plan({ id, mode, takeOver }, { ...parsed, document });
  }

  async #attempt(
    source: DocumentSource,
    signal: AbortSignal | undefined,
  ): Promise<ValueTreeProblem[]> {
    const known = await this.#store.find(source.id);
    if (source.mode === 'seed' && known?.mode === 'managed') {
      await this.#applier.release(source.id);
    }
    if (source.mode === 'seed' && known?.appliedAt) {
      return [];
    }
    let text: string;
    const deadline = new Deadline(LONGEST_READ_MS, signal);
    try {
      text = await deadline.before(source.read(deadline.signal));
    } catch (error) {
      return [{ message: tellReadError(error) }];
    } finally {
      deadline.end();
    }
    const digest = digestOf(text);
    const parsed = this.#parse(source.id, text, digest);
    const { document, problems } = parsed;
    if (!document) {
      return problems;
    }
    const plan = await this.#applier.apply(
      source,
      { ...parsed, document },
      digest,
    );
    return plan.problems;
  }

  /** Reading a long text takes seconds, and mostly it is the same again. */
  #parse(id: string, text: string, digest: string): ParsedValueTree {
    const known = this.#parsed.get(id);
    const parsed =
      known?.digest === digest ? known.parsed : parseValueTree(text);
    this.#parsed.set(id, { digest, parsed });
    return parsed;
  }

  async #releaseOthers(): Promise<void> {
    const read = new Set(this.#sources.map(({ id }) => id));
    const others = (await this.#store.all()).filter(
      ({ id, mode }) => mode === 'managed' && !read.has(id),
    );
    for (const { id } of others) {
      await this.#applier.release(id);
    }
  }
}

function refusedPlan(problems: ValueTreeProblem[]): ValueTreePlan {
  return {
    add: [],
    change: [],
    remove: [],
    notTaken: [],
    problems,
    summary: '0 to add, 0 to change, 0 to remove',
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Such as `line 12, column 5, spec.goals[0].title: It must be a text.` */
function tellProblem({ line, column, path, message }: ValueTreeProblem) {
  const place = [
    line && `line ${line}`,
    column && `column ${column}`,
    path,
  ].filter(Boolean);
  return place.length > 0 ? `${place.join(', ')}: ${message}` : message;
}

function requireOnce(sources: readonly DocumentSource[]): void {
  const ids = sources.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) {
    throw new InputError(
      `Two documents of the value tree are called “${twice}”: give one of them another id`,
    );
  }
}
