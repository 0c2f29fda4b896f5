import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';
import { prepare } from './tools.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser for the tests: the one named in the environment, Playwright's
 * own, or the system's.
 */
export function findBrowser({ root, env, applications = APPLICATIONS }) {
  const named = env.DATA_MESH_CHROMIUM;
  if (named) {
    if (!existsSync(named)) {
      throw new Problem(
        `DATA_MESH_CHROMIUM names ${named}, which does not exist.`,
      );
    }
    return named;
  }
  const installed = [
    playwrightChromium(root),
    ...(env.PATH ?? '')
      .split(delimiter)
      .flatMap(directory => NAMES.map(name => join(directory, name))),
    ...applications,
  ];
  const found = installed.find(path => path && existsSync(path));
  if (!found) {
    throw new Problem(
      'There is no Chromium for the browser tests: install one with `npx playwright install chromium`, or with the package manager of your system (on Debian: apt-get install chromium).',
    );
  }
  return found;
}

/** `node scripts/launch.mjs browser`: for scripts that install one if needed. */
export async function printBrowser(context) {
  await prepare(context);
  context.say(findBrowser(context));
}

function playwrightChromium(root) {
  const require = createRequire(join(root, 'package.json'));
  return require('playwright-core').chromium.executablePath();
}
