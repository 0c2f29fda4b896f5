import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isPortInUse } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { folderWith } from './testing.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function clusters() {
  const folder = process.getuid?.() === 0 ? '/tmp' : tmpdir();
  return readdirSync(folder).filter(name =>
    name.startsWith('data-mesh-postgres-'),
  );
}

test('starts a real PostgreSQL and leaves nothing behind', async t => {
  const { Client } = createRequire(join(root, 'package.json'))('pg');
  const before = clusters();
  const log = join(folderWith(t), 'postgres.log');

  const { connectionString, stop } = await startPostgres({ root, log });
  t.after(stop);
  const client = new Client(connectionString);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int / 10000 AS major,
            current_setting('max_connections')::int AS connections,
            lower('ÄÖ') AS folded`,
  );
  assert.deepEqual(rows, [{ major: 18, connections: 300, folded: 'äö' }]);
  const wrong = new Client(connectionString.replace(/:[^:@]+@/, ':wrong@'));
  await assert.rejects(wrong.connect(), /password authentication failed/);

  // Also while somebody is still connected.
  await stop();

  assert.deepEqual(clusters(), before);
  assert.equal(
    await isPortInUse(Number(new URL(connectionString).port)),
    false,
  );
});

test('says that it cannot start, rather than leaving tests out', async t => {
  const empty = folderWith(t);
  const before = clusters();
  await assert.rejects(
    startPostgres({ root: empty, log: join(empty, 'log') }),
    {
      name: 'Problem',
      message:
        /^PostgreSQL could not be started: there is no PostgreSQL for .* among the dependencies\.$/,
    },
  );
  assert.deepEqual(clusters(), before);
});
