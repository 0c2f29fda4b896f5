import createKnex from 'knex';
import { FakeCatalog } from './FakeCatalog';
import { manyEntities } from './many';
import { createProjection } from './projection';

/**
 * Runs a pass in a process of its own, for a test that kills it: before each
 * page it says so and waits a moment.
 */
async function main() {
  const { connection, products } = JSON.parse(process.argv[2]);
  const knex = createKnex({ client: 'pg', connection });
  const catalog = new FakeCatalog(manyEntities(products));
  catalog.beforeRead = async request => {
    process.stdout.write(`reading ${request}\n`);
    await new Promise(resolve => setTimeout(resolve, 20));
  };
  const report = await createProjection(knex, catalog).pass.run();
  process.stdout.write(`ended ${report.outcome}\n`);
  await knex.destroy();
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
