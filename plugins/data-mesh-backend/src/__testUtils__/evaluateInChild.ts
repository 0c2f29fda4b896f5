import createKnex from 'knex';
import { manyDomains } from './manyDomains';
import { createMesh } from './results';

/**
 * Runs a pass in a process of its own, for a test that kills it: it says so
 * whenever it writes results.
 */
async function main() {
  const { connection, products } = JSON.parse(process.argv[2]);
  const knex = createKnex({ client: 'pg', connection });
  let writes = 0;
  knex.on('query', ({ sql }: { sql: string }) => {
    if (/^insert into (levels|results|result_changes)/.test(sql)) {
      process.stdout.write(`writing ${++writes}\n`);
    }
  });
  await createMesh(knex, manyDomains(products)).pass.run();
  process.stdout.write('ended\n');
  await knex.destroy();
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
