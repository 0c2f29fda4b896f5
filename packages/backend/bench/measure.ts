import { performance } from 'node:perf_hooks';

/** The value that the share of all does not exceed, for example 0.95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/**
 * Times two kinds of calls in turn, so that both meet the same machine.
 *
 * @returns the milliseconds of each call
 */
export async function timeInTurn(
  count: number,
  first: (i: number) => Promise<unknown>,
  second: (i: number) => Promise<unknown>,
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let i = -20; i < count; i++) {
    for (const [index, call] of [first, second].entries()) {
      const start = performance.now();
      await call(Math.abs(i));
      if (i >= 0) {
        times[index].push(performance.now() - start);
      }
    }
  }
  return times;
}

export async function waitUntil(
  condition: () => Promise<boolean>,
  what: string,
  seconds: number = 1800,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > end) {
      throw new Error(`${what} took longer than ${seconds} s`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 500);
    });
  }
}
