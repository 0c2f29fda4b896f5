import {
  ERASED_PERSON,
  isErasedPerson,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isPostgres } from '../../database/sql';
import { changing, withoutNames } from '../changing';
import { rewriteReviews } from '../reviewWithoutPeople';
import { RowsToRewrite } from '../rewriteRows';
import { columnsOf, RecordTableName } from '../tables';
import { IsNamed } from '../withoutPeople';
import { rewriteVersions } from './rewriteVersions';

/** Any person who still has a name. */
export const isAnybody: IsNamed = text =>
  /^user:[^\s:/]+\/[^\s/]+$/i.test(text) &&
  !isErasedPerson(text.toLocaleLowerCase('en-US'));

/**
 * The rows that are over since before a time and still name somebody. What is
 * current stays: answers that count, goals and their measures, what waits for
 * a decision, exceptions that hold and reviews that are under way.
 */
export function oldNames(knex: Knex, before: string): RowsToRewrite[] {
  const day = before.slice(0, 10);
  const rows = (
    table: RecordTableName,
    isOver: Knex.QueryCallback,
    {
      refs = columnsOf(table, 'person'),
      jsons = columnsOf(table, 'json'),
      also = [],
      rewrite = changing(row => withoutNames(row, { refs, jsons }, isAnybody)),
    }: {
      refs?: readonly string[];
      jsons?: readonly string[];
      also?: readonly string[];
      rewrite?: RowsToRewrite['rewrite'];
    } = {},
  ): RowsToRewrite => ({
    table,
    columns: [...refs, ...jsons, ...also],
    where: query => query.where(isOver).where(namesAnybody(knex, refs, jsons)),
    rewrite,
  });

  return [
    // Before the decisions that their minutes name.
    rows('reviews', query => query.where('closed_at', '<', before), {
      also: columnsOf('reviews', 'composed'),
      rewrite: rewriteReviews(isAnybody),
    }),
    rows('decisions', query =>
      query.where('at', '<', before).whereNotExists(
        knex('reviews as r')
          .select(knex.raw('1'))
          .whereRaw('r.id = decisions.review_id')
          .where(open =>
            open.whereNull('r.closed_at').orWhere('r.closed_at', '>=', before),
          ),
      ),
    ),
    rows('check_ins', query => query.where('at', '<', before)),
    rows('result_changes', query => query.where('at', '<', before)),
    rows('evidence_history', query => query.where('received_at', '<', before), {
      refs: ['source'],
      jsons: [],
    }),
    rows('waivers', query =>
      query.where(some =>
        some
          .where(ended =>
            ended
              .whereIn('state', ['declined', 'revoked'])
              .where('decided_at', '<', before),
          )
          .orWhere(ended =>
            ended.where('state', 'approved').where('until', '<', day),
          ),
      ),
    ),
    rows('value_nodes', query => query.where('gone_at', '<', before)),
    rows('measures', query => query.where('gone_at', '<', before)),
    rows('node_versions', query => query.where('at', '<', before), {
      also: ['node_id', 'measure_id'],
      rewrite: rewriteVersions(before, isAnybody),
    }),
  ];
}

/** Leaves out what is rewritten already, so that it is not read every day. */
function namesAnybody(
  knex: Knex,
  refs: readonly string[],
  jsons: readonly string[],
): Knex.QueryCallback {
  const position = isPostgres(knex) ? 'strpos' : 'instr';
  return query => {
    refs.forEach(column =>
      query.orWhereRaw(`(lower(??) like 'user:%' and ?? not like ?)`, [
        column,
        column,
        `${ERASED_PERSON}%`,
      ]),
    );
    jsons.forEach(column =>
      query.orWhereRaw(`${position}(replace(lower(??), ?, ''), '"user:') > 0`, [
        column,
        `"${ERASED_PERSON}`,
      ]),
    );
  };
}
