import { closeSync, openSync, readSync } from 'node:fs';

const EVERY_MS = 200;

/**
 * Shows a file while it is being written.
 *
 * @returns what to call when it is complete: shows the rest
 */
export function follow(file, show) {
  const descriptor = openSync(file, 'r');
  const drain = () => {
    for (;;) {
      const buffer = Buffer.alloc(64 * 1024);
      const length = readSync(descriptor, buffer);
      if (length === 0) {
        return;
      }
      show(buffer.subarray(0, length));
    }
  };
  const timer = setInterval(drain, EVERY_MS);
  return () => {
    clearInterval(timer);
    drain();
    closeSync(descriptor);
  };
}
