import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fingerprint, installDependencies } from './dependencies.mjs';
import { folderWith, listener } from './testing.mjs';

// Stands in for Yarn: notes the call and makes node_modules.
const FAKE_YARN = `
const fs = require('node:fs');
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
fs.mkdirSync('node_modules', { recursive: true });
`;

function repository(t, yarn = FAKE_YARN) {
  const root = folderWith(t, {
    'yarn.js': yarn,
    'yarn.lock': 'lock',
    '.yarnrc.yml': 'nodeLinker: node-modules',
    'package.json': JSON.stringify({ workspaces: ['packages/*'] }),
    'packages/a/package.json': JSON.stringify({ dependencies: { x: '1' } }),
    'packages/a/src/index.ts': '',
  });
  const toolchain = {
    node: process.execPath,
    yarn: join(root, 'yarn.js'),
    env: process.env,
  };
  return { root, toolchain, ...listener() };
}

test('installs from the lockfile, and a second time not at all', async t => {
  const { said, ...context } = repository(t);

  assert.equal(await installDependencies(context), true);
  assert.equal(await installDependencies(context), false);

  assert.equal(
    readFileSync(join(context.root, 'calls'), 'utf8'),
    'install --immutable\n',
  );
  assert.equal(said.length, 1);
});

test('installs again after node_modules was deleted', async t => {
  const context = repository(t);
  await installDependencies(context);
  rmSync(join(context.root, 'node_modules'), { recursive: true });
  assert.equal(await installDependencies(context), true);
});

for (const [what, file, content, changes] of [
  ['the lockfile', 'yarn.lock', 'other', true],
  ["Yarn's configuration", '.yarnrc.yml', '', true],
  [
    'a dependency',
    'packages/a/package.json',
    '{"dependencies":{"x":"2"}}',
    true,
  ],
  ['a new package', 'packages/b/package.json', '{"name":"b"}', true],
  [
    'a script',
    'packages/a/package.json',
    '{"dependencies":{"x":"1"},"scripts":{"x":"y"}}',
    false,
  ],
  ['a source file', 'packages/a/src/index.ts', 'export {}', false],
]) {
  test(`${what} ${changes ? 'asks for' : 'needs no'} new install`, t => {
    const { root } = repository(t);
    const before = fingerprint(root);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
    assert.equal(fingerprint(root) !== before, changes);
  });
}

for (const [output, message] of [
  [
    'RequestError: getaddrinfo ENOTFOUND somewhere',
    /registry cannot be reached/,
  ],
  [
    'YN0028: The lockfile would have been modified',
    /run `yarn install` and commit/,
  ],
  ['YN0001: something else', /^The dependencies could not be installed\.$/],
]) {
  test(`a failing install: ${output}`, async t => {
    const context = repository(
      t,
      `console.log(${JSON.stringify(output)}); process.exit(1);`,
    );
    await assert.rejects(installDependencies(context), {
      name: 'Problem',
      message,
    });
    assert.equal(existsSync(join(context.root, 'node_modules')), false);
  });
}
