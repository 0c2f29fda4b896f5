import {
  ChangeList,
  ChangesQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { nameEntities } from '../visibility/links';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import { CHANGE_COLUMNS, ChangeRow, refsOfChange, toChange } from './changes';
import { findSubject } from './KnownSubject';
import { Outlines } from './Outlines';
import { readPlace, writePlace } from './pageCursor';

const USUAL_LIMIT = 20;

/** Tells how the results of an entity changed, the newest first. */
export class ChangesService {
  readonly #knex: Knex;
  readonly #outlines: Outlines;

  constructor(options: { knex: Knex; outlines: Outlines }) {
    this.#knex = options.knex;
    this.#outlines = options.outlines;
  }

  /** @throws NotFoundError when there is none that the caller may read */
  async getChanges(
    ref: string,
    query: ChangesQuery,
    visibility: Visibility,
  ): Promise<ChangeList> {
    const { limit = USUAL_LIMIT, cursor, ...filter } = query;
    const before = cursor
      ? readPlace(cursor, { ref, ...filter }, 1)[0]
      : undefined;
    const { historyKey } = await findSubject(this.#knex, ref, visibility);

    const select = this.#select({ ref, historyKey }, filter, visibility)
      .orderBy('c.id', 'desc')
      .limit(limit + 1);
    if (before !== undefined) {
      select.where('c.id', '<', before);
    }
    const found: ChangeRow[] = await select;
    const rows = found.slice(0, limit);
    const name = await nameEntities(
      this.#knex,
      rows.flatMap(refsOfChange),
      visibility,
    );
    return {
      items: rows.map(row => toChange(row, name, this.#outlines)),
      ...(found.length > limit && {
        nextCursor: writePlace([rows[limit - 1].id], { ref, ...filter }),
      }),
    };
  }

  /** What it was called before is told; what is called so now may be hidden. */
  #select(
    { ref, historyKey }: { ref: string; historyKey: string },
    { ruleSet, from, to, only }: ChangesQuery,
    visibility: Visibility,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const query = withVisible(knex, knex('result_changes as c'), visibility)
      .select(CHANGE_COLUMNS.map(column => `c.${column}`))
      .leftJoin('subjects as s', join =>
        join.on('s.ref', 'c.subject_ref').onNull('s.gone_at'),
      )
      .where('c.history_key', historyKey)
      .where(either =>
        either
          .where('c.subject_ref', ref)
          .orWhereNull('s.ref')
          .orWhereRaw(isVisible(visibility, 's.ref')),
      );
    if (ruleSet !== undefined) {
      query.where('c.rule_set', ruleSet);
    }
    if (from !== undefined) {
      query.where('c.at', '>=', from);
    }
    if (to !== undefined) {
      query.where('c.at', '<', dayAfter(to));
    }
    if (only === 'levels') {
      query.whereNull('c.rule');
    } else if (only === 'rules') {
      query.whereNotNull('c.rule');
    }
    return query;
  }
}

function dayAfter(day: string): string {
  const next = new Date(Date.parse(day) + 24 * 60 * 60 * 1000);
  return next.toISOString().slice(0, 10);
}
