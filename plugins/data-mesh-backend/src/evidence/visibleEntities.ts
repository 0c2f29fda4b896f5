import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { Visibility } from '../visibility/Visibility';

/** Which of these entities are in the catalog and may be known of. */
export async function visibleEntities(
  knex: Knex,
  refs: readonly string[],
  visibility: Visibility,
): Promise<Set<string>> {
  const rows: { ref: string }[] = await knex('subjects')
    .select('ref')
    .whereNull('gone_at')
    .where(isAmong(knex, 'ref', refs));
  return new Set(
    rows
      .map(({ ref }) => ref)
      .filter(ref => visibility === 'all' || visibility.has(ref)),
  );
}
