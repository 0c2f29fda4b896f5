import {
  MeasureModel,
  Standing,
  standingOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** How measures stand on a day, reckoned when it is asked for. */
export class Standings extends Map<string, Standing> {
  static readonly #known = new WeakMap<readonly MeasureModel[], Standings>();

  /** Those that are known already, as long as neither is another. */
  static of(measures: readonly MeasureModel[], day: string): Standings {
    const known = Standings.#known.get(measures);
    const standings =
      known && known.#day === day ? known : new Standings(measures, day);
    Standings.#known.set(measures, standings);
    return standings;
  }

  readonly #measures: ReadonlyMap<string, MeasureModel>;
  readonly #day: string;

  constructor(measures: readonly MeasureModel[], day: string) {
    super();
    this.#measures = new Map(measures.map(measure => [measure.id, measure]));
    this.#day = day;
  }

  override get(id: string): Standing | undefined {
    const known = super.get(id);
    const measure = this.#measures.get(id);
    if (known || !measure) {
      return known;
    }
    const standing = standingOf(measure, this.#day);
    this.set(id, standing);
    return standing;
  }
}
