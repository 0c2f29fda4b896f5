import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem, tailOf } from './problem.mjs';
import { isStopping, stopEverything, stopOnSignals } from './stopping.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// Loaded when asked for, so that a small command does not pay for a big one.
const commands = {
  start: async () => (await import('./portal.mjs')).startPortal,
  test: async () => (await import('./checks.mjs')).runChecks,
  'test:e2e': async () => (await import('./browserTests.mjs')).runBrowserTests,
  'test:install': async () => (await import('./installTest.mjs')).testInstall,
  bench: async () => (await import('./bench.mjs')).runBench,
  build: async () => (await import('./build.mjs')).buildAll,
  'demo:reset': async () => (await import('./demo.mjs')).resetDemo,
  browser: async () => (await import('./browser.mjs')).printBrowser,
};

export async function main([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? '')
    ? commands[name]
    : undefined;
  if (!command) {
    console.error(
      `Usage: node scripts/launch.mjs ${Object.keys(commands).join(' | ')}`,
    );
    process.exitCode = 2;
    return;
  }
  stopOnSignals({
    // Stopping the portal is how it is meant to end; stopping a test is not.
    exitCode: name === 'start' ? 0 : undefined,
    onFirst: () => console.log('\nStopping.'),
  });
  try {
    const run = await command();
    await run({ root, env: process.env, args, say: line => console.log(line) });
  } catch (error) {
    if (isStopping()) {
      return;
    }
    tell(error);
    process.exitCode = 1;
  }
  if (!isStopping()) {
    await stopEverything();
    // What was said last has to arrive, also in a pipe.
    await Promise.all([process.stdout, process.stderr].map(flushed));
    process.exit();
  }
}

function flushed(stream) {
  return new Promise(resolve => {
    stream.write('', resolve);
  });
}

function tell(error) {
  if (!(error instanceof Problem)) {
    console.error(error);
    return;
  }
  const tail = tailOf(error.log);
  if (tail) {
    console.error(`${tail}\n\n(the end of ${relative(root, error.log)})\n`);
  }
  console.error(error.message);
}
