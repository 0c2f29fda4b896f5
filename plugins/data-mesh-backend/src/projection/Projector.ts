import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { inParts } from '../lists';
import { CatalogPage } from './CatalogReader';
import { contractDigestOf, ContractFactsStore } from './ContractFactsStore';
import { ProjectionMetrics } from './metrics';
import { digestOf, projectEntity } from './projectEntity';
import {
  KnownSubject,
  ProjectionStore,
  SubjectToSave,
} from './ProjectionStore';
import { readSubjectFacts, SubjectFacts } from './subjectFacts';

const BATCH_SIZE = 200;

type Changed = { ref: string; digest: string; entity: Entity };

/** Brings what was read from the catalog into the projection. */
export class Projector {
  readonly #store: ProjectionStore;
  readonly #contracts: ContractFactsStore;
  readonly #metrics: ProjectionMetrics;
  readonly #logger: LoggerService;

  constructor(options: {
    store: ProjectionStore;
    contracts: ContractFactsStore;
    metrics: ProjectionMetrics;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#contracts = options.contracts;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
  }

  /**
   * Saves the entities that differ from what is known of them. One that
   * cannot be saved is reported and left out; the others are saved.
   *
   * @returns the refs that were saved
   */
  async apply(
    { entities, seenAt }: CatalogPage,
    known: ReadonlyMap<string, KnownSubject>,
  ): Promise<string[]> {
    const changed = entities.flatMap(entity => {
      const ref = stringifyEntityRef(entity);
      const digest = digestOf(entity);
      const before = known.get(ref);
      return before?.digest === digest && !before.gone
        ? []
        : { ref, digest, entity };
    });
    const saved: string[] = [];
    for (const batch of inParts(changed, BATCH_SIZE)) {
      saved.push(...(await this.#save(batch, seenAt)));
    }
    this.#metrics.countChanges('saved', saved.length);
    return saved;
  }

  async #save(batch: readonly Changed[], seenAt: string): Promise<string[]> {
    try {
      return await this.#store.save(await this.#prepare(batch), seenAt);
    } catch (error) {
      if (batch.length > 1) {
        const saved: string[] = [];
        for (const item of batch) {
          saved.push(...(await this.#save([item], seenAt)));
        }
        return saved;
      }
      this.#metrics.countFailure();
      this.#logger.error(
        `The entity ${batch[0].ref} could not be taken into the data mesh, its former state stays; it is tried again with the next pass: ${error}`,
      );
      return [];
    }
  }

  async #prepare(batch: readonly Changed[]): Promise<SubjectToSave[]> {
    const projected = batch.map(({ entity, digest }) =>
      projectEntity(entity, digest),
    );
    await this.#contracts.read(
      projected.flatMap(({ contractText }) => contractText ?? []),
    );
    return projected.map((entity, index) => ({
      entity,
      facts: this.#readFacts(batch[index]),
      contractDigest:
        entity.contractText === undefined
          ? undefined
          : contractDigestOf(entity.contractText),
    }));
  }

  /** What cannot be judged is shown and searched all the same. */
  #readFacts({ ref, entity }: Changed): SubjectFacts | undefined {
    try {
      return readSubjectFacts(entity);
    } catch (error) {
      this.#metrics.countFailure();
      this.#logger.error(
        `Rules cannot read the entity ${ref}, its results stay as they were until its catalog file changes: ${error}`,
      );
      return undefined;
    }
  }
}
