import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInOrder } from './pipeline.mjs';
import { folderWith, listener } from './testing.mjs';

function contextOf(t) {
  const root = folderWith(t, { 'bad.log': 'this is why\n' });
  const ran = [];
  const check = (title, outcome) => ({
    title,
    run: async () => {
      ran.push(title);
      return { ok: true, log: join(root, 'bad.log'), ...outcome };
    },
  });
  return { root, ran, check, ...listener() };
}

test('ends with what ran and the number of tests', async t => {
  const { check, said, ...context } = contextOf(t);
  await runInOrder(
    [
      check('Types'),
      check('Own tests', { counts: { passed: 3, failed: 0, skipped: 0 } }),
      check('Unit tests', {
        counts: { passed: 40, failed: 0, skipped: 2 },
        detail: '40 tests in 5 files',
      }),
    ],
    context,
  );
  assert.match(
    said.join('\n'),
    /ok {2}Types: 0 s\n.*\n {2}ok {2}Unit tests: 40 tests in 5 files, 0 s/,
  );
  assert.deepEqual(said.slice(-2), ['2 skipped', '43 passed, 0 failed']);
});

test('stops at the first failure and shows its output', async t => {
  const { check, ran, said, ...context } = contextOf(t);
  await assert.rejects(
    runInOrder(
      [check('Types'), check('Lint', { ok: false }), check('Format')],
      context,
    ),
    { name: 'Problem', message: 'Lint: failed after 0 s (log: bad.log).' },
  );
  assert.deepEqual(ran, ['Types', 'Lint']);
  assert.ok(said.includes('this is why'));
  assert.equal(said.at(-1).trim(), '0 passed, 1 failed');
});

test('does not repeat output that was on the screen', async t => {
  const { check, said, ...context } = contextOf(t);
  const failing = check('Unit tests', {
    ok: false,
    shown: true,
    counts: { passed: 7, failed: 1, skipped: 0 },
  });
  await assert.rejects(runInOrder([failing], context), { name: 'Problem' });
  assert.ok(!said.includes('this is why'));
  assert.equal(said.at(-1).trim(), '7 passed, 1 failed');
});
