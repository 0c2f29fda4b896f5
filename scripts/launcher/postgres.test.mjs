import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { chmodSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isPortInUse } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { folderWith } from './testing.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A folder that whom PostgreSQL runs as may enter, too. */
function openFolder(t) {
  const folder = folderWith(t);
  chmodSync(folder, 0o755);
  return folder;
}

test('starts a real PostgreSQL and leaves nothing behind', async t => {
  const { Client } = createRequire(join(root, 'package.json'))('pg');
  const within = openFolder(t);
  const log = join(folderWith(t), 'postgres.log');

  const { connectionString, stop } = await startPostgres({
    root,
    log,
    within,
  });
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

  assert.deepEqual(readdirSync(within), []);
  assert.equal(
    await isPortInUse(Number(new URL(connectionString).port)),
    false,
  );
});

test('says that it cannot start, rather than leaving tests out', async t => {
  const empty = folderWith(t);
  const within = openFolder(t);
  await assert.rejects(
    startPostgres({ root: empty, log: join(empty, 'log'), within }),
    {
      name: 'Problem',
      message:
        /^PostgreSQL could not be started: there is no PostgreSQL for .* among the dependencies\.$/,
    },
  );
  assert.deepEqual(readdirSync(within), []);
});
