import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBrowser } from './browser.mjs';
import { fakeProgram, folderWith } from './testing.mjs';

// A stand-in for Playwright that has no browser of its own.
function rootWith(t, ownBrowser = '/nowhere/chrome') {
  return folderWith(t, {
    'package.json': '{}',
    'node_modules/playwright-core/index.js': `exports.chromium = { executablePath: () => ${JSON.stringify(
      ownBrowser,
    )} };`,
  });
}

test("takes the named browser, else Playwright's, else the system's", t => {
  const folder = folderWith(t);
  const named = fakeProgram(folder, 'named', '');
  const own = fakeProgram(folder, 'own', '');
  const system = fakeProgram(join(folder, 'bin'), 'chromium', '');
  const PATH = join(folder, 'bin');

  assert.equal(
    findBrowser({
      root: rootWith(t, own),
      env: { PATH, DATA_MESH_CHROMIUM: named },
    }),
    named,
  );
  assert.equal(findBrowser({ root: rootWith(t, own), env: { PATH } }), own);
  assert.equal(findBrowser({ root: rootWith(t), env: { PATH } }), system);
});

test('says how to get a browser, and when the named one is missing', t => {
  const root = rootWith(t);
  assert.throws(
    () => findBrowser({ root, env: { PATH: '/nowhere' }, applications: [] }),
    {
      name: 'Problem',
      message: /npx playwright install chromium/,
    },
  );
  assert.throws(
    () => findBrowser({ root, env: { DATA_MESH_CHROMIUM: '/gone' } }),
    {
      name: 'Problem',
      message: 'DATA_MESH_CHROMIUM names /gone, which does not exist.',
    },
  );
});
