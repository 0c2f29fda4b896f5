import { InputError } from '@backstage/errors';
import {
  ResultsList,
  ResultsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { readLevels, readRefs } from '../http/readValues';
import { groupBy } from '../lists';
import { PRODUCT_MATURITY } from '../ruleSets/RuleSetsInForce';
import { nameEntities } from '../visibility/links';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import { Outlines, subjectOf } from './Outlines';
import { readPlace, writePlace } from './pageCursor';
import { inOrderOf, StoredResults } from './StoredResults';

const USUAL_LIMIT = 20;
const UNMET = ['fail', 'unknown', 'waiting'];

/** A query in the form in which the database is asked. */
type Filter = {
  ruleSet: string;
  domain?: string[];
  owner?: string[];
  level?: string[];
  rule?: string[];
  status?: string[];
};

/** Lists entities with what is unmet, in four statements a page. */
export class ResultsListService {
  readonly #knex: Knex;
  readonly #outlines: Outlines;
  readonly #stored: StoredResults;

  constructor(options: { knex: Knex; outlines: Outlines }) {
    this.#knex = options.knex;
    this.#outlines = options.outlines;
    this.#stored = new StoredResults(options.knex, options.outlines);
  }

  async listResults(
    query: ResultsQuery,
    visibility: Visibility,
  ): Promise<ResultsList> {
    const filter = this.#toFilter(query);
    const limit = query.limit ?? USUAL_LIMIT;
    const after = query.cursor ? readPlace(query.cursor, filter, 2) : undefined;
    const [page, [{ count }]] = await Promise.all([
      this.#selectPage(filter, visibility, { limit, after }),
      this.#matching(filter, visibility).count({ count: '*' }),
    ]);
    const rows = page.slice(0, limit);
    const refs = rows.map(({ ref }) => ref);
    const [levels, rules, name] = await Promise.all([
      this.#stored.getLevels(refs, filter.ruleSet),
      this.#stored.getRules(refs, {
        ruleSet: filter.ruleSet,
        statuses: filter.status ?? UNMET,
      }),
      nameEntities(
        this.#knex,
        rows.flatMap(row => [row.ref, row.domain_ref, row.owner_ref]),
        visibility,
      ),
    ]);
    const levelOf = new Map(levels.map(level => [level.subjectRef, level]));
    const rulesOf = groupBy(rules, ({ subjectRef }) => subjectRef);
    return {
      items: rows.flatMap(row => {
        const entity = name(row.ref);
        const level = levelOf.get(row.ref);
        const outline = this.#outlines.of(
          filter.ruleSet,
          subjectOf(row.ref) ?? '',
        );
        return entity && level
          ? {
              entity,
              domain: name(row.domain_ref),
              owner: name(row.owner_ref),
              level: level.level,
              target: level.target,
              dimensions: level.dimensions,
              since: level.since,
              unmet: inOrderOf(outline, rulesOf.get(row.ref) ?? []).map(
                ({ rule, code, status, counted, severity, since }) => ({
                  rule,
                  code,
                  status,
                  counted,
                  severity,
                  since,
                }),
              ),
            }
          : [];
      }),
      total: Number(count),
      ...(page.length > limit && {
        nextCursor: writePlace(
          [rows[limit - 1].sort_title, rows[limit - 1].ref],
          filter,
        ),
      }),
    };
  }

  #toFilter(query: ResultsQuery): Filter {
    const { ruleSet = PRODUCT_MATURITY } = query;
    const { ruleSetIds } = this.#outlines;
    if (!ruleSetIds.includes(ruleSet)) {
      throw new InputError(
        `ruleSet: there is no rule set “${ruleSet}”; there are ${ruleSetIds.join(
          ', ',
        )}`,
      );
    }
    const rule = query.rule?.flatMap(name =>
      this.#outlines.idsOf(ruleSet, name),
    );
    return {
      ruleSet,
      domain: some(readRefs('domain', query.domain, 'Domain')),
      owner: some(readRefs('owner', query.owner, 'Group')),
      level: some(readLevels('level', query.level)),
      rule: some(rule),
      status: some(query.status),
    };
  }

  /** One more than the page has, to tell whether there is more. */
  async #selectPage(
    filter: Filter,
    visibility: Visibility,
    { limit, after }: { limit: number; after?: string[] },
  ): Promise<Record<string, any>[]> {
    const query = this.#matching(filter, visibility)
      .select('s.ref', 's.sort_title', 's.domain_ref', 's.owner_ref')
      .orderBy(['s.sort_title', 's.ref'])
      .limit(limit + 1);
    if (after) {
      query.whereRaw('(s.sort_title, s.ref) > (?, ?)', after);
    }
    return query;
  }

  #matching(filter: Filter, visibility: Visibility): Knex.QueryBuilder {
    const knex = this.#knex;
    const query = withVisible(knex, knex('levels as l'), visibility)
      .join('subjects as s', join =>
        join.on('s.ref', 'l.subject_ref').onNull('s.gone_at'),
      )
      .where('l.rule_set', filter.ruleSet)
      .whereNull('l.gone_at')
      .whereRaw(isVisible(visibility, 's.ref'));
    if (filter.domain) {
      const { domain } = filter;
      query.where(either =>
        either
          .where(isAmong(knex, 's.domain_ref', domain))
          .orWhere(isAmong(knex, 's.ref', domain)),
      );
      query.whereRaw(isKnown(visibility, 's.domain_ref'));
    }
    if (filter.owner) {
      query
        .where(isAmong(knex, 's.owner_ref', filter.owner))
        .whereRaw(isKnown(visibility, 's.owner_ref'));
    }
    if (filter.level) {
      query.whereIn('l.level', filter.level.map(Number));
    }
    if (filter.rule || filter.status) {
      query.whereExists(this.#hasResult(filter));
    }
    return query;
  }

  #hasResult({ ruleSet, rule, status }: Filter): Knex.QueryBuilder {
    const knex = this.#knex;
    const query = knex('results as r')
      .select(knex.raw('1'))
      .whereRaw('r.subject_ref = s.ref')
      .where('r.rule_set', ruleSet)
      .whereIn('r.status', status ?? UNMET);
    if (rule) {
      query.where(isAmong(knex, 'r.rule', rule));
    }
    return query;
  }
}

function some<T>(values: T[] | undefined): T[] | undefined {
  return values?.length ? values : undefined;
}

/** That a ref names nothing is no secret; what it names may be. */
function isKnown(visibility: Visibility, column: string): string {
  return visibility === 'all'
    ? 'true'
    : `(${column} is null or ${isVisible(
        visibility,
        column,
      )} or not exists (select 1 from subjects k where k.ref = ${column}))`;
}
