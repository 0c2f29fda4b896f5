import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// `npm run test:e2e` prepares what this relies on: a built app, an empty
// database and a browser.
const BASE_URL = 'http://localhost:17007';
const ARTIFACTS = join(__dirname, 'e2e-artifacts');
const TESTS = '*/e2e-tests/**/*.test.ts';
const MAKING = '*/e2e-tests/**/{goals,new-product,own-work}.test.ts';
mkdirSync(ARTIFACTS, { recursive: true });

const nodeTransform = require.resolve(
  '@backstage/cli-node/config/nodeTransform.cjs',
);

export default defineConfig({
  testDir: 'packages',
  // What is made in the portal stays there, so the pages are read first.
  projects: [
    { name: 'reading', testMatch: TESTS, testIgnore: MAKING },
    { name: 'making', testMatch: MAKING, dependencies: ['reading'] },
  ],
  globalSetup: require.resolve('./packages/app/e2e-tests/portalReady'),
  outputDir: join(ARTIFACTS, 'results'),
  reporter: [
    ['list'],
    ['html', { open: 'never', outputFolder: join(ARTIFACTS, 'report') }],
  ],
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  // One portal with one database serves all tests.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: BASE_URL,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.DATA_MESH_CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: [
      `"${process.execPath}" --enable-source-maps --require "${nodeTransform}" src`,
      '--config ../../app-config.yaml --config ../../app-config.e2e.yaml',
      `> "${join(ARTIFACTS, 'backend.log')}" 2>&1`,
    ].join(' '),
    cwd: join(__dirname, 'packages', 'backend'),
    env: { NODE_ENV: 'development' },
    url: `${BASE_URL}/.backstage/health/v1/readiness`,
    timeout: 5 * 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
