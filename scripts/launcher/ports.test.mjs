import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { assertPortsFree, freePort, isPortInUse } from './ports.mjs';

test('tells a used port from a free one', async t => {
  const port = await freePort();
  assert.equal(await isPortInUse(port), false);

  const server = createServer().listen(port, '127.0.0.1');
  t.after(() => server.close());
  await new Promise(resolve => server.once('listening', resolve));

  assert.equal(await isPortInUse(port), true);
  await assert.rejects(
    assertPortsFree([{ port, what: 'the app', hint: 'stop it.' }]),
    {
      name: 'Problem',
      message: `Port ${port}, which the app needs, is already in use on this machine: stop it.`,
    },
  );
});

test('has nothing to say about free ports', async () => {
  await assertPortsFree([
    { port: await freePort(), what: 'the app', hint: '' },
  ]);
});
