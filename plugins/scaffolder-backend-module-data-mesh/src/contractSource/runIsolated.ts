import { Worker } from 'node:worker_threads';

/** As many readings run at the same time; others wait for their turn. */
const MAX_WORKERS = 2;

/** More are sent away rather than kept waiting for minutes. */
const MAX_WAITING = 20;

const MAX_SECONDS = 5;

let running = 0;
const waiting: (() => void)[] = [];

/** Why an isolated script gave no result, in words for the user. */
export class IsolatedError extends Error {
  name = 'IsolatedError';
}

/**
 * Runs a script on a thread of its own, with limits of time and memory.
 *
 * A parser of a rich grammar can be kept busy for hours by a short text that is
 * made for it, or brought down. Here it holds up nobody, and what it leaves
 * behind ends with the thread.
 *
 * @param script - the body of a function of `input` that may use `require` and
 * `await`, and returns what can be cloned. It is text, so that it needs neither
 * a build step nor a file beside this one; what it requires is given to it as
 * a resolved path.
 * @throws IsolatedError
 */
export async function runIsolated<TOutput>(
  script: string,
  input: unknown,
  options: { seconds?: number } = {},
): Promise<TOutput> {
  await takeTurn();
  try {
    return await runWorker(script, input, options.seconds ?? MAX_SECONDS);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function takeTurn() {
  if (running >= MAX_WORKERS) {
    if (waiting.length >= MAX_WAITING) {
      throw new IsolatedError(
        'Too many texts are being read at the moment. Try again in a minute.',
      );
    }
    await new Promise<void>(resolve => waiting.push(resolve));
  }
  running += 1;
}

function runWorker<TOutput>(
  script: string,
  input: unknown,
  seconds: number,
): Promise<TOutput> {
  const worker = new Worker(
    `const { parentPort, workerData: input } = require('node:worker_threads');
     (async () => { ${script} })().then(
       output => parentPort.postMessage({ output }),
       error => parentPort.postMessage({ error: String(error) }),
     );`,
    {
      eval: true,
      workerData: input,
      env: {},
      execArgv: [],
      stdin: false,
      // What a library prints while it breaks is of no use to anybody.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
    },
  );
  let timer: NodeJS.Timeout;
  return new Promise<TOutput>((resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new IsolatedError(
            `It takes longer than ${seconds} seconds to read. Try a smaller part.`,
          ),
        ),
      seconds * 1000,
    );
    worker.once('message', message => {
      if ('output' in message) {
        resolve(message.output);
      } else {
        reject(broken(message.error));
      }
    });
    worker.once('error', error => reject(broken(String(error))));
    worker.once('exit', () => reject(broken('it stopped')));
  }).finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}

function broken(reason: string) {
  return new IsolatedError(
    `The parser broke off (${reason}). Try a smaller part.`,
  );
}
