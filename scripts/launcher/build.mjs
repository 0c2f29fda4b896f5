import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';
import { logFile, prepare, scriptOf } from './tools.mjs';

/** `npm run build`: every package, the app and the backend's bundle. */
export async function buildAll(context) {
  const toolchain = await prepare(context);
  const { root, say } = context;
  say('Checking the types and writing their declarations.');
  await step(
    { root, toolchain, log: logFile(root, 'build-types') },
    'typescript',
    'tsc',
  );
  say('Building all packages, the app and the backend.');
  await step(
    { root, toolchain, log: logFile(root, 'build') },
    '@backstage/cli',
    'backstage-cli',
    ['repo', 'build', '--all'],
  );
  say(
    `Built: the backend with the app in it is ${join(
      'packages',
      'backend',
      'dist',
    )}.`,
  );
}

export async function step(
  { root, toolchain, log, cwd = root },
  packageName,
  command,
  args = [],
) {
  const { code } = await run(
    toolchain.node,
    [scriptOf(root, packageName, command), ...args],
    { cwd, env: toolchain.env, log },
  );
  if (code !== 0) {
    throw new Problem(`\`${[command, ...args].join(' ')}\` failed.`, { log });
  }
}
