import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { JsonObject, JsonValue } from '@backstage/types';
import { addDays } from './dayZero';

const PLACEHOLDER = /^D([+-]\d+)?$/;

// More than 270 years either way, so that a year always has four digits
const MAX_OFFSET = 100_000;

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
        ...(annotations && { annotations: this.#resolveObject(annotations) }),
      },
      ...(entity.spec && { spec: this.#resolveObject(entity.spec) }),
    };
  }

  #resolveObject<T extends JsonObject>(object: T): T {
    return Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        value === undefined ? value : this.#resolve(value),
      ]),
    ) as T;
  }

  #resolve(value: JsonValue): JsonValue {
    if (typeof value === 'string') {
      return this.#resolveText(value);
    }
    if (Array.isArray(value)) {
      return value.map(item => this.#resolve(item));
    }
    if (value !== null && typeof value === 'object') {
      return this.#resolveObject(value);
    }
    return value;
  }

  #resolveText(text: string): string {
    const match = PLACEHOLDER.exec(text);
    if (!match) {
      return text;
    }
    const offset = Number(match[1] ?? 0);
    if (Math.abs(offset) > MAX_OFFSET) {
      throw new InputError(
        `"${text}" is no date: at most ${MAX_OFFSET} days from day 0 can be given`,
      );
    }
    return addDays(this.#dayZero, offset);
  }
}
