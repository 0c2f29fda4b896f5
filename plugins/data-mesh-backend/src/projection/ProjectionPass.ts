import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { createHash } from 'node:crypto';
import { inParts } from '../lists';
import { CatalogReader } from './CatalogReader';
import { Completeness } from './Completeness';
import { ContractFactsStore } from './ContractFactsStore';
import { FieldTermsStore } from './FieldTermsStore';
import { ProjectionMetrics } from './metrics';
import { KnownSubject, ProjectionStore } from './ProjectionStore';
import { PassReport, ProjectionState } from './ProjectionState';
import { Projector } from './Projector';
import { UsesStore } from './UsesStore';

const PRODUCTS_A_REFRESH = 1000;
const HOUR = 60 * 60 * 1000;
/** After which time what follows from entities is derived again in any case. */
const DERIVED_HOLDS_MS = HOUR;

/** When a pass believes that entities are gone, and for how long it waits. */
export type VanishRules = {
  /** The share of the known entities that may be missing at once. */
  maxVanishShare: number;
  /** After how long the same missing entities are believed to be gone. */
  acceptVanishAfterHours: number;
  /** For how long a gone entity is remembered. */
  tombstoneHours: number;
};

type Evaluate = (options: {
  /** Whether the pass found all as it was the last time. */
  isQuiet: boolean;
  signal?: AbortSignal;
}) => Promise<void>;

type Counts = Pick<PassReport, 'read' | 'saved' | 'missing' | 'removed'>;

/**
 * Compares the whole catalog with the projection and writes the differences.
 *
 * It may end at any point and run twice at once: each batch is whole, what
 * was read later wins, and the next pass finds whatever is left to do.
 */
export class ProjectionPass {
  readonly #catalog: CatalogReader;
  readonly #projector: Projector;
  readonly #store: ProjectionStore;
  readonly #contracts: ContractFactsStore;
  readonly #uses: UsesStore;
  readonly #fields: FieldTermsStore;
  readonly #state: ProjectionState;
  readonly #completeness: Completeness;
  readonly #rules: VanishRules;
  readonly #metrics: ProjectionMetrics;
  readonly #logger: LoggerService;
  readonly #evaluate: Evaluate;
  readonly #now: () => Date;
  /** The entities that uses and fields were last derived from, and when. */
  #derived: { mark: string; at: number } | undefined;

  constructor(options: {
    catalog: CatalogReader;
    projector: Projector;
    store: ProjectionStore;
    contracts: ContractFactsStore;
    uses: UsesStore;
    fields: FieldTermsStore;
    state: ProjectionState;
    completeness: Completeness;
    rules: VanishRules;
    metrics: ProjectionMetrics;
    logger: LoggerService;
    /** Follows each pass; never rejects. */
    evaluate?: Evaluate;
    now?: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#projector = options.projector;
    this.#store = options.store;
    this.#contracts = options.contracts;
    this.#uses = options.uses;
    this.#fields = options.fields;
    this.#state = options.state;
    this.#completeness = options.completeness;
    this.#rules = options.rules;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
    this.#evaluate = options.evaluate ?? (async () => {});
    this.#now = options.now ?? (() => new Date());
  }

  /** Never throws: a pass that fails says so in its report. */
  async run(signal?: AbortSignal): Promise<PassReport> {
    const startedAt = this.#now();
    const counts: Counts = { read: 0, saved: 0, missing: 0, removed: 0 };
    let outcome: PassReport['outcome'] = 'complete';
    let reason: string | undefined;
    let isQuiet = false;
    try {
      ({ reason, isQuiet } = await this.#compare(counts, signal));
      outcome = reason ? 'abandoned' : 'complete';
    } catch (error) {
      outcome = 'failed';
      reason = String(error);
    }
    const report: PassReport = {
      outcome,
      startedAt: startedAt.toISOString(),
      finishedAt: this.#now().toISOString(),
      ...counts,
      reason,
    };
    await this.#tell(report, signal?.aborted ?? false);
    // What is known is judged for today even while the catalog is away.
    if (!signal?.aborted) {
      await this.#evaluate({ isQuiet, signal });
    }
    return report;
  }

  /** @returns why nothing was buried, if so; and whether all is as it was */
  async #compare(
    counts: Counts,
    signal: AbortSignal | undefined,
  ): Promise<{ reason?: string; isQuiet: boolean }> {
    const known = await this.#store.getKnown();
    const seen = new Set<string>();

    for await (const page of this.#catalog.stream()) {
      signal?.throwIfAborted();
      page.entities.forEach(entity => seen.add(stringifyEntityRef(entity)));
      counts.read += page.entities.length;
      counts.saved += (await this.#projector.apply(page, known)).length;
    }

    const missing = await this.#lookUp(known, seen, counts);
    signal?.throwIfAborted();
    const reason = await this.#doubt(missing.refs, known, counts.read);
    counts.missing = missing.refs.length;
    if (!reason) {
      const buried = await this.#store.bury(missing.refs, missing.seenAt);
      this.#metrics.countChanges('gone', buried.length);
      counts.removed = await this.#store.removeGone(this.#hoursAgo());
      this.#metrics.countChanges('removed', counts.removed);
      await this.#contracts.removeUnused(this.#hoursAgo());
    }

    const isChanging = counts.saved > 0 || counts.missing > 0;
    const isDerived = await this.#derive(known, isChanging, signal);
    return { reason, isQuiet: !isDerived };
  }

  /**
   * Derives who uses what, and the words of fields, unless the entities are
   * those of the last time. Others may derive meanwhile from what is older, so
   * it is done from time to time in any case.
   *
   * @returns whether it was done
   */
  async #derive(
    known: ReadonlyMap<string, KnownSubject>,
    isChanging: boolean,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    const mark = markOf(known);
    const now = this.#now().getTime();
    if (
      !isChanging &&
      this.#derived?.mark === mark &&
      now - this.#derived.at < DERIVED_HOLDS_MS
    ) {
      return false;
    }
    this.#derived = undefined;
    const products = await this.#store.getProductRefs();
    for (const part of inParts(products, PRODUCTS_A_REFRESH)) {
      signal?.throwIfAborted();
      await this.#uses.refresh(part);
      await this.#fields.refresh(part);
    }
    this.#derived = isChanging ? undefined : { mark, at: now };
    return true;
  }

  /**
   * Asks the catalog for what the stream did not show: known entities, which
   * it may have passed by while they changed, and entities of other kinds
   * that products name.
   */
  async #lookUp(
    known: ReadonlyMap<string, KnownSubject>,
    seen: ReadonlySet<string>,
    counts: Counts,
  ): Promise<{ refs: string[]; seenAt: string }> {
    const unseen = [...known]
      .filter(([ref, { gone }]) => !gone && !seen.has(ref))
      .map(([ref]) => ref);
    const unknown = await this.#store.getUnknownTargets();
    const page = await this.#catalog.read([...unseen, ...unknown]);
    counts.saved += (await this.#projector.apply(page, known)).length;

    const found = new Set(page.entities.map(stringifyEntityRef));
    return {
      refs: unseen.filter(ref => !found.has(ref)),
      seenAt: page.seenAt,
    };
  }

  /** Why so many missing entities are not believed to be gone, if so. */
  async #doubt(
    missing: readonly string[],
    known: ReadonlyMap<string, KnownSubject>,
    read: number,
  ): Promise<string | undefined> {
    // Whoever accepts means the next pass, not one in some weeks.
    const acceptance = await this.#state.get('acceptance');
    await this.#state.forget('acceptance');
    const living = [...known.values()].filter(({ gone }) => !gone).length;
    const share = living === 0 ? 0 : missing.length / living;
    if (share <= this.#rules.maxVanishShare) {
      await this.#state.forget('missing');
      return undefined;
    }
    if (acceptance) {
      await this.#state.forget('missing');
      this.#logger.info(
        `${missing.length} entities are taken as gone from the catalog, as ${acceptance.by} said at ${acceptance.at}`,
      );
      return undefined;
    }
    const digest = createHash('sha1')
      .update([...missing].sort().join('\n'))
      .digest('hex');
    const before = await this.#state.get('missing');
    const since =
      before?.digest === digest ? before.since : this.#now().toISOString();
    const waited = this.#now().getTime() - Date.parse(since);
    if (read > 0 && waited >= this.#rules.acceptVanishAfterHours * HOUR) {
      await this.#state.forget('missing');
      this.#logger.info(
        `${missing.length} entities are taken as gone from the catalog: the same ones have been missing since ${since}`,
      );
      return undefined;
    }
    await this.#state.set('missing', { digest, since });
    return `${
      missing.length
    } of ${living} known entities are missing in the catalog, more than the ${Math.round(
      this.#rules.maxVanishShare * 100,
    )} % that are believed to leave at once`;
  }

  #hoursAgo(): string {
    const time = this.#now().getTime() - this.#rules.tombstoneHours * HOUR;
    return new Date(time).toISOString();
  }

  async #tell(report: PassReport, stopped: boolean): Promise<void> {
    const { outcome, read, saved, missing, reason } = report;
    const seconds =
      (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
    this.#metrics.recordPass(outcome, seconds);
    if (stopped) {
      this.#logger.info(
        `The pass over the catalog was stopped after ${read} entities, the next one goes on`,
      );
    } else if (outcome === 'failed') {
      this.#logger.error(
        `The pass over the catalog failed after ${read} entities, what was read so far is kept and the next pass goes on: ${reason}`,
      );
    } else if (outcome === 'abandoned') {
      this.#logger.warn(
        `The pass over the catalog left the missing entities in place: ${reason}. If they are gone for good, see docs/operations.md`,
      );
    } else {
      this.#logger.info(
        `The pass over the catalog read ${read} entities in ${seconds} s: ${saved} changed, ${missing} gone`,
      );
    }
    try {
      await this.#state.set('lastPass', report);
      if (outcome === 'complete') {
        await this.#state.set('lastComplete', report);
      }
      await this.#completeness.note(report);
      this.#metrics.recordSubjects(await this.#store.countByKind());
    } catch (error) {
      this.#logger.error(
        `The outcome of the pass over the catalog could not be stored: ${error}`,
      );
    }
  }
}

/** A digest of which entities are there, and in which state. */
function markOf(known: ReadonlyMap<string, KnownSubject>): string {
  const hash = createHash('sha1');
  for (const [ref, { digest, gone }] of known) {
    hash.update(`${ref} ${digest} ${gone}\n`);
  }
  return hash.digest('hex');
}
