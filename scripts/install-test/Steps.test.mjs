import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listener } from '../launcher/testing.mjs';
import { Steps } from './Steps.mjs';

test('says each step with its time, and the sum in the end', async () => {
  const times = [0, 4_000, 10_000, 71_400];
  const { said, say } = listener();
  const steps = new Steps(say, () => times.shift());

  await steps.run('Packing', async () => '4 packages');
  await steps.run('Installing', async () => {});

  assert.deepEqual(said, [
    'Packing ...',
    '  ok, 4 s: 4 packages',
    'Installing ...',
    '  ok, 61 s',
  ]);
  assert.equal(
    steps.summary(),
    '  ok  Packing: 4 s\n  ok  Installing: 61 s\n2 steps in 65 s',
  );
});

test('a step that fails ends the run and is not in the sum', async () => {
  const { said, say } = listener();
  const steps = new Steps(say);
  await assert.rejects(
    steps.run('Packing', async () => {
      throw new Error('no');
    }),
    { message: 'no' },
  );
  assert.deepEqual(said, ['Packing ...']);
  assert.equal(steps.summary(), '0 steps in 0 s');
});
