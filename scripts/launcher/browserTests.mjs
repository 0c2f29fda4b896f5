import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './appBuild.mjs';
import { findBrowser } from './browser.mjs';
import { assertPortsFree } from './ports.mjs';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';
import { logFile, prepare, scriptOf } from './tools.mjs';

/** The port of app-config.e2e.yaml. */
const PORT = 17007;

/**
 * `npm run test:e2e`: the built app in a real browser, served by a backend in
 * development mode with an empty database of its own.
 */
export async function runBrowserTests(context) {
  const { root, env, args, say } = context;
  await assertPortsFree([
    {
      port: PORT,
      what: 'the backend of the browser tests',
      hint: 'is another run of them going on?',
    },
  ]);
  const toolchain = await prepare(context);
  const chromium = findBrowser({ root, env });
  await buildApp({ root, toolchain, say });
  rmSync(join(root, '.data', 'e2e'), { recursive: true, force: true });
  say(`Running the browser tests with ${chromium}.`);
  const { code } = await run(
    toolchain.node,
    [scriptOf(root, '@playwright/test', 'playwright'), 'test', ...args],
    {
      cwd: root,
      env: { ...toolchain.env, DATA_MESH_CHROMIUM: chromium },
      log: logFile(root, 'browser-tests'),
      // Playwright closes its browser and its server on this one.
      stopSignal: 'SIGINT',
      show: true,
    },
  );
  if (code !== 0) {
    throw new Problem(
      "The browser tests failed: screenshots, the report and the backend's log are in e2e-artifacts.",
    );
  }
}
