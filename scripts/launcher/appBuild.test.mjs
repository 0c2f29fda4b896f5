import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fingerprintOf } from './appBuild.mjs';
import { folderWith } from './testing.mjs';

for (const [file, changes] of [
  ['packages/app/src/App.tsx', true],
  ['packages/app/src/deep/new.ts', true],
  ['plugins/data-mesh/src/plugin.tsx', true],
  ['plugins/data-mesh-common/rulesets/a.yaml', true],
  ['app-config.yaml', true],
  ['yarn.lock', true],
  ['packages/app/src/App.test.tsx', false],
  ['packages/app/dist/main.js', false],
  ['plugins/data-mesh/node_modules/x/index.js', false],
  ['packages/backend/src/index.ts', false],
]) {
  test(`${file} ${changes ? 'makes' : 'makes no'} new build of the app`, t => {
    const root = folderWith(t, {
      'packages/app/src/App.tsx': 'one',
      'plugins/data-mesh/src/plugin.tsx': 'one',
      'yarn.lock': 'one',
    });
    const before = fingerprintOf(root);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'two');
    assert.equal(fingerprintOf(root) !== before, changes);
  });
}
