import { Knex } from 'knex';
import { isPostgres } from '../database/sql';

/**
 * Which entities a caller may see: all of them, or those named. That an
 * entity does not exist is no secret.
 */
export type Visibility = 'all' | ReadonlySet<string>;

/**
 * Narrows a query to what the caller may see: the refs travel once, as the
 * common table `visible`, to which {@link isVisible} refers.
 */
export function withVisible(
  knex: Knex,
  query: Knex.QueryBuilder,
  visibility: Visibility,
): Knex.QueryBuilder {
  if (visibility === 'all') {
    return query;
  }
  const refs = [...visibility];
  return query.with(
    'visible',
    isPostgres(knex)
      ? knex.raw('select unnest(?::text[]) as ref', [refs])
      : knex.raw('select value as ref from json_each(?)', [
          JSON.stringify(refs),
        ]),
  );
}

/** The SQL condition that the caller may see the entity in a column. */
export function isVisible(visibility: Visibility, column: string): string {
  return visibility === 'all'
    ? 'true'
    : `${column} in (select ref from visible)`;
}
