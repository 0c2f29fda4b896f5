import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { dayZeroHint, resetDemo } from './demo.mjs';
import { freePort } from './ports.mjs';
import { folderWith, listener } from './testing.mjs';

const NOW = new Date('2030-03-15T09:30:00Z');

for (const [dayZero, expected] of [
  ['2030-03-15\n', undefined],
  ['2030-03-08\n', undefined],
  ['2030-03-07T10:00:00Z', /8 days old.*npm run demo:reset/],
  ['2029-03-15', /365 days old/],
  ['not a date', undefined],
  ['', undefined],
]) {
  test(`day 0 ${JSON.stringify(dayZero)} on ${NOW.toISOString()}`, t => {
    const root = folderWith(t, { '.data/demo-day-0': dayZero });
    const hint = dayZeroHint(root, NOW);
    if (expected) {
      assert.match(hint, expected);
    } else {
      assert.equal(hint, undefined);
    }
  });
}

test('no day 0 before the first start', t => {
  assert.equal(dayZeroHint(folderWith(t), NOW), undefined);
});

test('resetting removes the data, and says when there was none', async t => {
  const root = folderWith(t, { '.data/demo.sqlite': 'x' });
  const env = {
    APP_CONFIG_backend_baseUrl: `http://localhost:${await freePort()}`,
  };
  const { said, say } = listener();

  await resetDemo({ root, env, say });
  assert.equal(existsSync(join(root, '.data')), false);
  await resetDemo({ root, env, say });

  assert.match(said[0], /The demo is reset/);
  assert.match(said[1], /Nothing to reset/);
});

test('a running portal is not reset', async t => {
  const root = folderWith(t, { '.data/demo.sqlite': 'x' });
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise(resolve => server.once('listening', resolve));
  const env = {
    APP_CONFIG_backend_baseUrl: `http://localhost:${server.address().port}`,
  };

  await assert.rejects(resetDemo({ root, env, say: () => {} }), {
    name: 'Problem',
    message: /stop it first/,
  });
  assert.ok(existsSync(join(root, '.data', 'demo.sqlite')));
});
