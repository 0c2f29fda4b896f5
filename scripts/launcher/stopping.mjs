import { constants } from 'node:os';
import { stopAll } from './processes.mjs';

const cleanups = new Set();
let stopping = false;

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
  await stopAll();
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
