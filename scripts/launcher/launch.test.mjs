import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folderWith } from './testing.mjs';

const LAUNCH = fileURLToPath(new URL('../launch.mjs', import.meta.url));

function launch(args, { env = {}, nodeArgs = [] } = {}) {
  const child = spawn(process.execPath, [...nodeArgs, LAUNCH, ...args], {
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  return new Promise(resolve => {
    child.once('close', code => resolve({ code, output: output.trim() }));
  });
}

test('an old Node gets one sentence', async t => {
  const folder = folderWith(t, {
    'old.cjs': `Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } });`,
  });
  const { code, output } = await launch(['start'], {
    nodeArgs: ['--require', join(folder, 'old.cjs')],
  });
  assert.equal(code, 1);
  assert.match(
    output,
    /^Node 18\.20\.0 is too old .*install Node 20 or later.*$/,
  );
});

test('a port in use gets one sentence, before anything else happens', async t => {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();

  const { code, output } = await launch(['start'], {
    env: { APP_CONFIG_app_baseUrl: `http://localhost:${port}` },
  });

  assert.equal(code, 1);
  assert.equal(output.split('\n').length, 1);
  assert.match(
    output,
    new RegExp(`^Port ${port}, which the app needs, is already in use`),
  );
});

for (const args of [[], ['fly'], ['toString']]) {
  test(`an unknown command gets the list: ${args}`, async () => {
    const { code, output } = await launch(args);
    assert.equal(code, 2);
    assert.match(output, /^Usage: node scripts\/launch\.mjs start \| test/);
  });
}
