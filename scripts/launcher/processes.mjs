import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { watch } from './watch.mjs';

const isWindows = process.platform === 'win32';
const running = new Set();
const cleanups = new Set();
let stopping = false;

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

/** Runs a program to its end. `code` is null when it could not start. */
export function run(command, args, options) {
  return start(command, args, options).closed;
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

/** Something to undo on the way out, also when that way is Ctrl-C. */
export function onStop(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** True from the first Ctrl-C on: what fails from then on is not news. */
export function isStopping() {
  return stopping;
}

/** Stops every program and does every cleanup that is left. */
export async function stopEverything() {
  await Promise.all([...running].map(child => stopTree(child)));
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    await cleanup();
  }
}

/**
 * Ctrl-C, a polite kill, a closed terminal and a killed npm all end everything.
 * npm passes Ctrl-C on to us although the terminal did so before: the second
 * one is ignored.
 */
export function stopOnSignals({ exitCode, onFirst } = {}) {
  const stop = async signal => {
    if (stopping) {
      return;
    }
    stopping = true;
    onFirst?.();
    await stopEverything();
    process.exit(exitCode ?? 128 + constants.signals[signal]);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
  }
  if (process.env.npm_lifecycle_event) {
    whenOrphaned(() => stop('SIGTERM'));
  }
  // Nobody may be listening any more.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}

/** npm does not tell us when it is killed itself. */
function whenOrphaned(callback) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      callback();
    }
  }, 1_000).unref();
}

function signalGroup(child, signal) {
  try {
    process.kill(isWindows ? child.pid : -child.pid, signal);
  } catch {
    // Already gone.
  }
}
