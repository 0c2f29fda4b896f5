import { Severity } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { encodeTime } from 'ulid';
import { CHANGE_COLUMNS, ChangeRow } from '../resultViews/changes';
import { DOMAIN_MATURITY, OWNERSHIP_FAULTS } from '../ruleSets/RuleSetsInForce';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';

/** Which rows are asked for: of all domains, or of one. */
export type DomainScope = { visibility: Visibility; only?: string };

/** A domain of the catalog. */
export type DomainRecord = {
  ref: string;
  ownerRef?: string;
  annotations: Record<string, string>;
  /** Levels by dimension; undefined when it was not evaluated. */
  dimensions?: Record<string, number>;
};

/** Products of a domain on one level, with one target. */
export type ProductCount = {
  domain: string;
  level?: number;
  target?: number;
  count: number;
};

export type FaultCount = { domain: string; severity: Severity; count: number };

/** The newest change of a level in a domain, and how many there were. */
export type DomainChange = { domain: string; total: number; latest: ChangeRow };

/** Of which domain a subject is; of a domain, itself. */
const DOMAIN_OF =
  "case when s.kind = 'domain' then s.ref else s.domain_ref end";

/** The random part that is before all others of its time. */
const FIRST_OF_TIME = '0'.repeat(16);

/**
 * Reads how domains stand, each in one statement, whatever the number of
 * domains and products. Counts are over what the caller may see.
 */
export class DomainStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All domains of the catalog, by title. */
  async getDomains({ visibility, only }: DomainScope): Promise<DomainRecord[]> {
    const query = withVisible(
      this.#knex,
      this.#knex('subjects as s'),
      visibility,
    )
      .leftJoin('levels as l', join =>
        join
          .on('l.subject_ref', 's.ref')
          .onVal('l.rule_set', DOMAIN_MATURITY)
          .onNull('l.gone_at'),
      )
      .select('s.ref', 's.owner_ref', 's.facts', 'l.data')
      .where('s.kind', 'domain')
      .whereNull('s.gone_at')
      .whereRaw(isVisible(visibility, 's.ref'))
      .orderBy(['s.sort_title', 's.ref']);
    const rows: Record<string, any>[] = await narrowed(query, 's.ref', only);
    return rows.map(row => ({
      ref: row.ref,
      ownerRef: row.owner_ref ?? undefined,
      annotations: (row.facts && JSON.parse(row.facts).annotations) ?? {},
      dimensions: row.data ? JSON.parse(row.data).dimensions ?? {} : undefined,
    }));
  }

  async countProducts({
    visibility,
    only,
  }: DomainScope): Promise<ProductCount[]> {
    const query = withVisible(
      this.#knex,
      this.#knex('products as p'),
      visibility,
    )
      .select('p.domain_ref', 'p.level', 'p.target')
      .count({ count: '*' })
      .whereNotNull('p.domain_ref')
      .whereRaw(isVisible(visibility, 'p.ref'))
      .groupBy('p.domain_ref', 'p.level', 'p.target');
    const rows: Record<string, any>[] = await narrowed(
      query,
      'p.domain_ref',
      only,
    );
    return rows.map(row => ({
      domain: row.domain_ref,
      level: row.level ?? undefined,
      target: row.target ?? undefined,
      count: Number(row.count),
    }));
  }

  async countFaults({ visibility, only }: DomainScope): Promise<FaultCount[]> {
    const knex = this.#knex;
    // Counted for each subject first, which are far fewer than the results.
    const faults = knex('results')
      .select('subject_ref', 'severity')
      .count({ count: '*' })
      .where({ rule_set: OWNERSHIP_FAULTS, status: 'fail', counted: true })
      .whereNotNull('severity')
      .groupBy('subject_ref', 'severity');
    const query = withVisible(knex, knex.queryBuilder(), visibility)
      .from(faults.as('r'))
      .join('subjects as s', join =>
        join.on('s.ref', 'r.subject_ref').onNull('s.gone_at'),
      )
      .select(knex.raw(`${DOMAIN_OF} as domain`), 'r.severity')
      .sum({ count: 'r.count' })
      .whereRaw(isVisible(visibility, 's.ref'))
      .groupByRaw(`${DOMAIN_OF}, r.severity`);
    if (only !== undefined) {
      query.whereRaw(`${DOMAIN_OF} = ?`, [only]);
      faults.whereIn(
        'subject_ref',
        knex('subjects')
          .select('ref')
          .where({ domain_ref: only })
          .orWhere({ ref: only }),
      );
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(
      row => ({ ...row, count: Number(row.count) } as FaultCount),
    );
  }

  /** When the last review of each domain was closed, where there was one. */
  async getLastReviews({ only }: DomainScope): Promise<Map<string, string>> {
    const rows: Record<string, any>[] = await narrowed(
      this.#lastReviews(),
      'domain_ref',
      only,
    );
    return new Map(rows.map(row => [row.domain_ref, row.closed_at]));
  }

  /**
   * Changes of levels since the last review of their domain, or else since a
   * time; without where subjects started.
   *
   * @param earliest - a time before which none has to be looked for
   */
  async getChanges(
    { visibility, only }: DomainScope,
    { earliest, unreviewed }: { earliest: Date; unreviewed: Date },
  ): Promise<DomainChange[]> {
    const knex = this.#knex;
    const changes = knex('result_changes as c')
      .leftJoin('subjects as s', join =>
        join.on('s.ref', 'c.subject_ref').onNull('s.gone_at'),
      )
      .leftJoin(this.#lastReviews().as('r'), 'r.domain_ref', 'c.domain_ref')
      .select(CHANGE_COLUMNS.map(column => `c.${column}`))
      .select(
        'c.domain_ref as domain',
        knex.raw('count(*) over (partition by c.domain_ref) as total'),
        knex.raw(
          'row_number() over (partition by c.domain_ref order by c.id desc) as place',
        ),
      )
      .where('c.id', '>=', encodeTime(earliest.getTime(), 10) + FIRST_OF_TIME)
      .whereRaw('c.at >= coalesce(r.closed_at, ?)', [unreviewed.toISOString()])
      .whereNull('c.rule')
      .whereNot('c.cause', 'baseline')
      .whereNotNull('c.domain_ref')
      .whereRaw(`(s.ref is null or ${isVisible(visibility, 's.ref')})`);
    const query = withVisible(knex, knex.queryBuilder(), visibility)
      .from(narrowed(changes, 'c.domain_ref', only).as('newest'))
      .select('newest.*')
      .where('place', 1);
    const rows: Record<string, any>[] = await query;
    return rows.map(({ domain, total, place: _place, ...latest }) => ({
      domain,
      total: Number(total),
      latest: latest as ChangeRow,
    }));
  }

  /** The domains about which a person has said something. */
  async getAnswered({ only }: DomainScope): Promise<Set<string>> {
    const query = this.#knex('evidence')
      .distinct('entity_ref')
      .where('entity_ref', '>=', 'domain:')
      .where('entity_ref', '<', 'domain;')
      .where(said =>
        said.where('way', 'portal').orWhere('key', 'like', 'answer.%'),
      );
    const rows: { entity_ref: string }[] = await narrowed(
      query,
      'entity_ref',
      only,
    );
    return new Set(rows.map(row => row.entity_ref));
  }

  /** The days on which a domain stood otherwise, the newest first. */
  async getRollups(
    ref: string,
  ): Promise<{ day: string; dimensions: Record<string, number> }[]> {
    const rows = await this.#knex('rollups')
      .select('day', 'data')
      .where({ scope: ref })
      .orderBy('day', 'desc')
      .limit(400);
    return rows.map(({ day, data }) => ({
      day,
      dimensions: JSON.parse(data).dimensions ?? {},
    }));
  }

  /** Whether there is a product in a domain that the caller may not see. */
  async hidesProducts(ref: string, visibility: Visibility): Promise<boolean> {
    if (visibility === 'all') {
      return false;
    }
    const rows = await this.#knex('products')
      .select('ref')
      .where({ domain_ref: ref });
    return rows.some(row => !visibility.has(row.ref));
  }

  #lastReviews(): Knex.QueryBuilder {
    return this.#knex('reviews')
      .select('domain_ref')
      .max({ closed_at: 'closed_at' })
      .where({ state: 'closed' })
      .groupBy('domain_ref');
  }
}

function narrowed(
  query: Knex.QueryBuilder,
  column: string,
  only: string | undefined,
): Knex.QueryBuilder {
  return only === undefined ? query : query.where(column, only);
}
