import { spawn, spawnSync } from 'node:child_process';
import { closeSync, createWriteStream, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { follow } from './follow.mjs';
import { watch } from './watch.mjs';

const isWindows = process.platform === 'win32';
const running = new Set();

/**
 * Starts a program as the leader of its own process group, so that it can be
 * stopped together with everything it starts. Its output can be written to a
 * log, and given to `onOutput` as it comes.
 */
export function start(
  command,
  args,
  { log, onOutput, stopSignal = 'SIGTERM', ...options } = {},
) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
    windowsHide: true,
    ...options,
  });
  child.stopSignal = stopSignal;
  running.add(child);
  const release = child.pid
    ? watch('program', child.pid, stopSignal)
    : () => {};
  child.closed = new Promise(resolve => {
    child.once('error', error => resolve({ code: null, error }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  }).finally(() => {
    running.delete(child);
    release();
  });

  let file;
  if (log) {
    mkdirSync(dirname(log), { recursive: true });
    file = createWriteStream(log);
    child.closed = child.closed.then(
      result => new Promise(resolve => file.end(() => resolve(result))),
    );
  }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      file?.write(chunk);
      onOutput?.(chunk);
    });
  }
  return child;
}

/**
 * Runs a program to its end; `code` is null when it could not start. The log is
 * the program's own output file: many programs exit before a pipe has taken all
 * they have to say, and what is missing then is the reason of a failure. With
 * `show`, the output appears on the screen too.
 */
export async function run(command, args, { log, show, ...options } = {}) {
  if (log) {
    mkdirSync(dirname(log), { recursive: true });
  }
  const output = log ? openSync(log, 'w') : 'ignore';
  const child = start(command, args, {
    ...options,
    stdio: ['ignore', output, output],
  });
  const showRest =
    log && show ? follow(log, text => process.stdout.write(text)) : undefined;
  const result = await child.closed;
  showRest?.();
  if (log) {
    closeSync(output);
  }
  return result;
}

/** Stops a program started here and all that it started. */
export async function stopTree(child, graceMs = 10_000) {
  if (child.pid === undefined) {
    return;
  }
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    await child.closed;
    return;
  }
  signalGroup(child, child.stopSignal);
  // Closed means: the program has ended, and so has everybody who shares its
  // output.
  await Promise.race([child.closed, delay(graceMs, null, { ref: false })]);
  signalGroup(child, 'SIGKILL');
  await Promise.race([child.closed, delay(1_000, null, { ref: false })]);
}

/** Stops every program that still runs. */
export async function stopAll() {
  await Promise.all([...running].map(child => stopTree(child)));
}

function signalGroup(child, signal) {
  try {
    process.kill(isWindows ? child.pid : -child.pid, signal);
  } catch {
    // Already gone.
  }
}
