import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './build.mjs';
import { logFile } from './tools.mjs';

/** What the built app is made of, apart from what the lockfile pins. */
const SOURCES = [
  'yarn.lock',
  'package.json',
  'app-config.yaml',
  'packages/app/package.json',
  'packages/app/src',
  'packages/app/public',
  'plugins/data-mesh',
  'plugins/data-mesh-common',
];
const NOT_SOURCES = /^(node_modules|dist|dist-types|coverage)$|\.test\.tsx?$/;

/** Builds the app, unless the build that is there is of the same sources. */
export async function buildApp({ root, toolchain, say }) {
  const directory = join(root, 'packages', 'app');
  const marker = join(directory, 'dist', '.built-from');
  const sources = fingerprintOf(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === sources) {
    return false;
  }
  say('Building the app.');
  await step(
    { root, toolchain, cwd: directory, log: logFile(root, 'build-app') },
    '@backstage/cli',
    'backstage-cli',
    ['package', 'build'],
  );
  writeFileSync(marker, sources);
  return true;
}

export function fingerprintOf(root) {
  const hash = createHash('sha256');
  const add = path => {
    const absolute = join(root, path);
    const entries = existsSync(absolute) && tryReadDirectory(absolute);
    if (entries) {
      entries
        .filter(name => !NOT_SOURCES.test(name))
        .sort()
        .forEach(name => add(`${path}/${name}`));
    } else if (existsSync(absolute)) {
      hash.update(`${path}\0`).update(readFileSync(absolute));
    }
  };
  SOURCES.forEach(add);
  return hash.digest('hex');
}

function tryReadDirectory(path) {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}
