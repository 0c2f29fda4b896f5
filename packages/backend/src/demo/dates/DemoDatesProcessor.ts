import { Entity } from '@backstage/catalog-model';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { resolveDates } from './resolveDates';

/**
 * Turns whole values such as `D`, `D+30` and `D-430` in `spec` and in the
 * annotations into dates, counted in days from day 0.
 */
export class DemoDatesProcessor implements CatalogProcessor {
  readonly #dayZero: string;

  /**
   * @param dayZero - such as `2025-11-17`
   */
  constructor(dayZero: string) {
    this.#dayZero = dayZero;
  }

  getProcessorName() {
    return 'DemoDatesProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const { annotations } = entity.metadata;
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        ...(annotations && {
          annotations: resolveDates(annotations, this.#dayZero),
        }),
      },
      ...(entity.spec && { spec: resolveDates(entity.spec, this.#dayZero) }),
    };
  }
}
