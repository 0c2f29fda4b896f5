import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { takesPartInMesh } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogReader } from './CatalogReader';
import { DirtyQueue } from './DirtyQueue';
import { FieldTermsStore } from './FieldTermsStore';
import { ProjectionMetrics } from './metrics';
import { ProjectionStore } from './ProjectionStore';
import { Projector } from './Projector';
import { UsesStore } from './UsesStore';

const BATCH_SIZE = 200;
/**
 * How often an entity is read again that does not show its change: a catalog
 * under load stitches late. Each wait is twice as long, minutes in all; what
 * shows later still is found by the next pass.
 */
const LOOKS_FOR_CHANGE = 5;

/** Reads the entities of the queue again and updates what hangs on them. */
export class ProjectionWorker {
  readonly #queue: DirtyQueue;
  readonly #catalog: CatalogReader;
  readonly #projector: Projector;
  readonly #store: ProjectionStore;
  readonly #uses: UsesStore;
  readonly #fields: FieldTermsStore;
  readonly #metrics: ProjectionMetrics;
  readonly #logger: LoggerService;
  readonly #onChanged: (refs: readonly string[]) => Promise<void>;
  readonly #now: () => Date;

  constructor(options: {
    queue: DirtyQueue;
    catalog: CatalogReader;
    projector: Projector;
    store: ProjectionStore;
    uses: UsesStore;
    fields: FieldTermsStore;
    metrics: ProjectionMetrics;
    logger: LoggerService;
    /** Is told what is another now, and what hangs on it. */
    onChanged?: (refs: readonly string[]) => Promise<void>;
    now?: () => Date;
  }) {
    this.#queue = options.queue;
    this.#catalog = options.catalog;
    this.#projector = options.projector;
    this.#store = options.store;
    this.#uses = options.uses;
    this.#fields = options.fields;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
    this.#onChanged = options.onChanged ?? (async () => {});
    this.#now = options.now ?? (() => new Date());
  }

  /** Works off what is due; what fails is tried again later. */
  async run(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const due = await this.#queue.getDue(BATCH_SIZE, this.#now());
      if (due.length === 0 || signal?.aborted) {
        break;
      }
      try {
        const refs = due.map(({ ref }) => ref);
        const passedBy = await this.#update(refs);
        const seenAt = await this.#store.getSeenAt(refs);
        const unseen = due.filter(
          ({ ref, markedAt, attempts }) =>
            !passedBy.has(ref) &&
            (seenAt.get(ref) ?? '') < markedAt &&
            attempts < LOOKS_FOR_CHANGE,
        );
        await this.#queue.postpone(unseen, this.#now());
        await this.#queue.remove(
          due.filter(entity => !unseen.includes(entity)),
        );
      } catch (error) {
        this.#logger.warn(
          `${due.length} changed entities could not be read again, they are tried again later: ${error}`,
        );
        await this.#queue.postpone(due, this.#now());
      }
    }
    const { length, oldestInSeconds } = await this.#queue.getState(this.#now());
    this.#metrics.recordQueue(length, oldestInSeconds);
  }

  /** Takes in an entity that nobody has told of yet, if there is one. */
  async readNow(ref: string): Promise<boolean> {
    const isLiving = async () =>
      (await this.#store.getKnown([ref])).get(ref)?.gone === false;
    if (await isLiving()) {
      return false;
    }
    await this.#update([ref]);
    return isLiving();
  }

  /** @returns the refs of entities that take no part */
  async #update(refs: readonly string[]): Promise<Set<string>> {
    const page = await this.#catalog.read(refs);
    const known = await this.#store.getKnown(refs);
    const found = new Set(page.entities.map(stringifyEntityRef));
    const affectedBefore = await this.#uses.getAffected(refs);

    const takesPart = (entity: Entity) =>
      takesPartInMesh(entity) || known.has(stringifyEntityRef(entity));
    const saved = await this.#projector.apply(
      { ...page, entities: page.entities.filter(takesPart) },
      known,
    );
    const buried = await this.#store.bury(
      refs.filter(ref => known.has(ref) && !found.has(ref)),
      page.seenAt,
    );
    this.#metrics.countChanges('gone', buried.length);
    await this.#readNamed(saved);

    if (saved.length + buried.length > 0) {
      const affectedAfter = await this.#uses.getAffected(refs);
      const affected = new Set([...affectedBefore, ...affectedAfter]);
      await this.#uses.refresh([...affected]);
      await this.#fields.refresh([
        ...saved,
        ...(await this.#fields.getAffected(refs)),
      ]);
      await this.#onChanged([...saved, ...buried, ...affected]);
    }
    const others = page.entities.filter(entity => !takesPart(entity));
    return new Set(others.map(stringifyEntityRef));
  }

  /** Entities of other kinds take part once a product names them. */
  async #readNamed(products: readonly string[]): Promise<void> {
    const named = await this.#store.getUnknownTargets(products);
    if (named.length > 0) {
      await this.#projector.apply(await this.#catalog.read(named), new Map());
    }
  }
}
