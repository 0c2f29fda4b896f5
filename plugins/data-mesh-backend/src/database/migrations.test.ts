import { createTestDatabases } from '../__testUtils__/projection';
import { migrationsDirectory } from './migrations';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const TABLES = [
  'audit_log',
  'check_ins',
  'contract_facts',
  'decisions',
  'dirty',
  'edges',
  'evaluation_queue',
  'evidence',
  'evidence_history',
  'evidence_sources',
  'levels',
  'measures',
  'node_links',
  'node_versions',
  'notices',
  'products',
  'projection_state',
  'result_changes',
  'results',
  'reviews',
  'rollups',
  'search_terms',
  'subject_values',
  'subjects',
  'uses',
  'value_nodes',
  'value_tree_documents',
  'waivers',
];

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up and down again, and leave nothing', async () => {
    const knex = await databases.init(id);
    const tables = () => tablesOf(knex);
    await knex.migrate.latest({ directory: migrationsDirectory });
    expect(await tables()).toEqual(TABLES);

    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    expect(await tables()).toEqual([]);

    await knex.migrate.latest({ directory: migrationsDirectory });
    expect(await tables()).toEqual(TABLES);
  });
});

async function tablesOf(
  knex: Awaited<ReturnType<typeof databases.init>>,
): Promise<string[]> {
  const query = knex.client.config.client.includes('pg')
    ? knex('pg_tables').where({ schemaname: 'public' }).select({
        name: 'tablename',
      })
    : knex('sqlite_master').where({ type: 'table' }).select('name');
  const rows: { name: string }[] = await query;
  return rows
    .map(({ name }) => name)
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}
