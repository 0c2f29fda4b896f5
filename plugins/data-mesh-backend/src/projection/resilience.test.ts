import { Knex } from 'knex';
import createKnex from 'knex';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { manyEntities } from '../__testUtils__/many';
import {
  createProjection,
  createTestDatabases,
  dump,
  living,
  migrated,
} from '../__testUtils__/projection';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const PRODUCTS = 150;
const MANY = manyEntities(PRODUCTS);

const describePostgres = databases.supports('POSTGRES_18')
  ? describe
  : describe.skip;

describePostgres('the projection on POSTGRES_18', () => {
  let whole: Awaited<ReturnType<typeof dump>>;

  beforeAll(async () => {
    const knex = await migrated(await databases.init('POSTGRES_18'));
    const { pass } = createProjection(knex, new FakeCatalog(MANY));
    await pass.run();
    whole = await dump(knex);
  });

  it.each([2, 12, 30])(
    'heals when the process is killed at page %i of a pass',
    async page => {
      const knex = await migrated(await databases.init('POSTGRES_18'));
      expect(await killAtPage(knex, page)).toBe('SIGKILL');

      const refs = await living(knex);
      expect(refs.length).toBeGreaterThan(0);
      expect(refs.length).toBeLessThan(MANY.length);
      await expectWholeSubjects(knex, whole);

      const { pass } = createProjection(knex, new FakeCatalog(MANY));
      expect(await pass.run()).toMatchObject({
        outcome: 'complete',
        saved: MANY.length - refs.length,
      });
      expect(await dump(knex)).toEqual(whole);
    },
  );

  it('is the same after two replicas have run at once', async () => {
    const knex = await migrated(await databases.init('POSTGRES_18'));
    const other = createKnex({
      client: 'pg',
      connection: knex.client.config.connection,
    });
    try {
      const first = createProjection(knex, new FakeCatalog(MANY));
      const second = createProjection(other, new FakeCatalog(MANY));
      await first.queue.mark(whole.subjects.map(row => (row as Ref).ref));
      const [a, b] = await Promise.all([
        first.pass.run(),
        second.pass.run(),
        first.worker.run(),
        second.worker.run(),
      ]);
      expect([a.outcome, b.outcome]).toEqual(['complete', 'complete']);
      expect(await dump(knex)).toEqual(whole);
      expect(await first.queue.getState()).toMatchObject({ length: 0 });

      // Entities leave while both look, and one of them returns.
      const left = MANY.slice(20);
      await Promise.all([
        createProjection(knex, new FakeCatalog(left)).pass.run(),
        createProjection(other, new FakeCatalog(left)).pass.run(),
      ]);
      expect(await living(knex)).toHaveLength(left.length);
      await Promise.all([
        createProjection(knex, new FakeCatalog(MANY)).pass.run(),
        createProjection(other, new FakeCatalog(MANY)).pass.run(),
      ]);
      expect(await dump(knex)).toEqual(whole);
    } finally {
      await other.destroy();
    }
  });
});

type Ref = { ref: string };

/** Each subject is there with all that belongs to it, or not at all. */
async function expectWholeSubjects(
  knex: Knex,
  whole: Awaited<ReturnType<typeof dump>>,
) {
  const found = await dump(knex);
  const refs = new Set(found.subjects.map(row => (row as Ref).ref));
  const ofThese = (rows: object[], column: string) =>
    rows.filter(row => refs.has((row as Record<string, string>)[column]));
  expect(found.edges).toEqual(ofThese(whole.edges, 'from_ref'));
  // Words of contracts are derived at the end of a pass.
  expect(found.search_terms).toEqual(
    ofThese(whole.search_terms, 'ref').filter(
      row => (row as { source: string }).source !== 'field',
    ),
  );
  expect(found.subject_values).toEqual(ofThese(whole.subject_values, 'ref'));
}

async function killAtPage(knex: Knex, page: number): Promise<string | null> {
  const { connection } = knex.client.config;
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      require.resolve('../__testUtils__/passInChild.ts'),
      JSON.stringify({
        // Knex hides the password from whoever lists the properties
        connection: { ...connection, password: connection.password },
        products: PRODUCTS,
      }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = new Promise<string | null>(resolve =>
    child.on('exit', (_code, signal) => resolve(signal)),
  );
  for await (const line of createInterface(child.stdout)) {
    if (line === `reading ${page}`) {
      // Somewhere in the batch before or the page after.
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 40);
    }
  }
  return exited;
}
