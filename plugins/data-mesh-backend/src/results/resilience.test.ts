import { Knex } from 'knex';
import createKnex from 'knex';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { manyDomains } from '../__testUtils__/manyDomains';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import {
  createMesh,
  dumpResults,
  FakeEvidence,
} from '../__testUtils__/results';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const PRODUCTS = 220;
const MANY = manyDomains(PRODUCTS);

const describePostgres = databases.supports('POSTGRES_18')
  ? describe
  : describe.skip;

describePostgres('results on POSTGRES_18', () => {
  let whole: object;

  beforeAll(async () => {
    const knex = await migrated(await databases.init('POSTGRES_18'));
    await createMesh(knex, MANY).pass.run();
    whole = await outcome(knex);
  });

  it.each([1, 2, 11, 14])(
    'heal when the process is killed at write %i of an evaluation',
    async write => {
      const knex = await migrated(await databases.init('POSTGRES_18'));
      expect(await killAtWrite(knex, write)).toBe('SIGKILL');

      await expectWholeSubjects(knex);
      await createMesh(knex, MANY).pass.run();
      expect(await outcome(knex)).toEqual(whole);
    },
  );

  it('are the same, and told once, after two replicas have run at once', async () => {
    const knex = await migrated(await databases.init('POSTGRES_18'));
    const other = createKnex({
      client: 'pg',
      connection: knex.client.config.connection,
    });
    try {
      const evidence = new FakeEvidence();
      const replicas = [knex, other].map(db =>
        createMesh(db, MANY, { evidence }),
      );
      const evaluate = () =>
        Promise.all(replicas.map(({ results }) => results.evaluateAll()));
      await replicas[0].pass.run();
      await knex('levels').delete();
      await knex('results').delete();
      await knex('result_changes').delete();
      await evaluate();
      expect(await outcome(knex)).toEqual(whole);

      const refs = Array.from(
        { length: PRODUCTS },
        (_, i) => `dataproduct:default/many-${i}`,
      );
      for (const ref of refs) {
        evidence.say(ref, {
          key: 'answer.stands-alone',
          value: true,
          observedAt: '2026-03-01',
          way: 'portal',
          source: 'user:default/ann',
        });
      }
      await replicas[0].results.mark(refs);
      replicas.forEach(({ clock }) => clock.passHours(1));
      await Promise.all([
        ...replicas.map(({ results }) => results.evaluateAll()),
        ...replicas.map(({ results }) => results.work()),
        ...replicas.map(({ results }) => results.now(refs.slice(0, 5))),
      ]);
      const changes = await knex('result_changes').where({
        rule: 'stands-alone',
      });
      expect(changes).toHaveLength(PRODUCTS);
      expect(new Set(changes.map(row => row.subject_ref)).size).toBe(PRODUCTS);
      expect(
        replicas.flatMap(({ told }) =>
          told.filter(line => !line.startsWith('info')),
        ),
      ).toEqual([]);
      expect((await replicas[0].results.getStatus()).queue).toMatchObject({
        length: 0,
      });
    } finally {
      await other.destroy();
    }
  });
});

/** What is kept, without what differs from one time to another. */
async function outcome(knex: Knex): Promise<object> {
  const { levels, results, changes, rollups } = await dumpResults(knex);
  const told = changes.map(row =>
    [
      row.subject_ref,
      row.rule_set,
      row.rule,
      row.dimension,
      row.after,
      row.cause,
    ].join(' '),
  );
  return { levels, results, rollups, changes: told.sort() };
}

/** Each level is there with all of its results and its change, or not at all. */
async function expectWholeSubjects(knex: Knex): Promise<void> {
  const { levels, results, changes } = await dumpResults(knex);
  const count = (rows: Record<string, string>[]) => {
    const counts = new Map<string, number>();
    for (const { subject_ref, rule_set } of rows) {
      const key = `${subject_ref.split(':')[0]} ${subject_ref} ${rule_set}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const ofResults = count(results);
  expect([...ofResults.keys()].sort()).toEqual(
    [...count(levels).keys()].sort(),
  );
  const sizes = new Set(
    [...ofResults].map(([key, size]) => {
      const [kind, , ruleSet] = key.split(' ');
      return `${kind} ${ruleSet} ${size}`;
    }),
  );
  expect(sizes.size).toBeLessThanOrEqual(4);
  const products = levels.filter(
    row => row.level !== null && row.subject_ref.startsWith('dataproduct:'),
  );
  expect(
    changes.filter(row => row.subject_ref.startsWith('dataproduct:')),
  ).toHaveLength(products.length);
}

async function killAtWrite(knex: Knex, write: number): Promise<string | null> {
  const { connection } = knex.client.config;
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      require.resolve('../__testUtils__/evaluateInChild.ts'),
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
    if (line === `writing ${write}`) {
      child.kill('SIGKILL');
    }
  }
  return exited;
}
