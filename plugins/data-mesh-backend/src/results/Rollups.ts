import { Severity } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { insertRows, isAmong, takeOver } from '../database/sql';
import { DomainOutcome } from './evaluation/evaluateDomain';
import { Judged } from './evaluation/Judge';

/** How a domain stood on a day. */
export type DomainRollup = {
  /** Levels from 0, by the id of the dimension. */
  dimensions: Record<string, number>;
  products: {
    total: number;
    /** Products of which a level is asked. */
    withTarget: number;
    atTarget: number;
    /** Counted from level 0. */
    byLevel: number[];
  };
  /** Of the domain and its products. */
  openPoints: Record<Severity, number>;
};

export function rollupOf(outcome: DomainOutcome): DomainRollup {
  const { products, maturity, faults } = outcome;
  const levels = products.flatMap(one => one.maturity?.evaluation ?? []);
  const withTarget = levels.filter(({ target }) => typeof target === 'number');
  const byLevel = products[0]?.maturity?.inForce.ruleSet.ruleSet.levels ?? [];
  const open = [faults, ...products.map(one => one.faults)].flatMap(openPoints);
  const count = (severity: Severity) =>
    open.filter(one => one === severity).length;
  return {
    dimensions: maturity?.evaluation.dimensions ?? {},
    products: {
      total: products.length,
      withTarget: withTarget.length,
      atTarget: withTarget.filter(
        ({ level = 0, target }) => level >= (target ?? 0),
      ).length,
      byLevel: byLevel.map(
        (_, index) => levels.filter(({ level }) => level === index).length,
      ),
    },
    openPoints: {
      high: count('high'),
      medium: count('medium'),
      low: count('low'),
    },
  };
}

function openPoints(faults: Judged | undefined): Severity[] {
  return (faults?.evaluation.results ?? []).flatMap(({ status, severity }) =>
    status === 'fail' && severity ? [severity] : [],
  );
}

/** Keeps how domains stood, one row for each day on which that changed. */
export class Rollups {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @param rollups - by the ref of the domain */
  async keep(
    rollups: ReadonlyMap<string, DomainRollup>,
    day: string,
  ): Promise<void> {
    if (rollups.size === 0) {
      return;
    }
    const latest: { scope: string; data: string }[] = await this.#knex(
      'rollups as r',
    )
      .select('scope', 'data')
      .where(isAmong(this.#knex, 'scope', [...rollups.keys()]))
      .whereRaw(
        'day = (select max(l.day) from rollups as l where l.scope = r.scope and l.day <= ?)',
        [day],
      );
    const before = new Map(latest.map(({ scope, data }) => [scope, data]));
    await insertRows(this.#knex, {
      table: 'rollups',
      columns: { scope: 'text', day: 'text', data: 'text' },
      rows: [...rollups]
        .map(([scope, rollup]) => ({
          scope,
          day,
          data: JSON.stringify(rollup),
        }))
        .filter(({ scope, data }) => before.get(scope) !== data)
        .sort((a, b) => (a.scope < b.scope ? -1 : 1)),
      onConflict: `(scope, day) do update set ${takeOver(['data'])}`,
    });
  }
}
