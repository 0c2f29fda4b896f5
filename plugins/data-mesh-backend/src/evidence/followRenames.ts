import { Knex } from 'knex';

/**
 * Gives what is known of a product that was renamed to the one it is now.
 * What was told of both stays with each.
 */
export async function followRenames(knex: Knex): Promise<void> {
  const renamed = () =>
    knex('subjects as gone')
      .join('subjects as now', 'now.history_key', 'gone.history_key')
      .whereNotNull('gone.gone_at')
      .whereNull('now.gone_at');
  if (!(await renamed().first('gone.ref'))) {
    return;
  }
  for (const table of ['evidence_history', 'evidence']) {
    const query = knex(table).whereIn(
      'entity_ref',
      renamed().select('gone.ref'),
    );
    const isTold = renamed()
      .join('evidence as other', 'other.entity_ref', 'now.ref')
      .whereRaw('gone.ref = evidence.entity_ref')
      .whereRaw('other.key = evidence.key')
      .whereRaw('other.source = evidence.source');
    await (table === 'evidence'
      ? query.whereNotExists(isTold.select(knex.raw('1')))
      : query
    ).update({
      entity_ref: renamed()
        .min('now.ref')
        .whereRaw('gone.ref = ??', [`${table}.entity_ref`]),
    });
  }
}
