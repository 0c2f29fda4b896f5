import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Problem } from './problem.mjs';
import { isStopping } from './stopping.mjs';

/**
 * Runs checks one after the other, up to the first that fails, and ends with
 * what ran and how many tests that were.
 *
 * A check has a `title` and a `run` that gives `ok`, the `log` with its output,
 * and optionally `counts` of tests, a `detail` for the summary, and `shown`
 * when its output was on the screen already.
 */
export async function runInOrder(checks, context) {
  const { root, say } = context;
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const summary = [];

  for (const check of checks) {
    const startedAt = Date.now();
    say(`\n${check.title} ...`);
    const outcome = await check.run(context);
    const seconds = `${Math.round((Date.now() - startedAt) / 1000)} s`;
    for (const key of Object.keys(totals)) {
      totals[key] += outcome.counts?.[key] ?? 0;
    }
    if (!outcome.ok) {
      // Whatever fails counts, also when no single test did.
      totals.failed = Math.max(totals.failed, 1);
      if (!outcome.shown && !isStopping()) {
        say(readFileSync(outcome.log, 'utf8').trimEnd());
      }
      say(`\n${countsLine(totals)}`);
      throw new Problem(
        `${check.title}: failed after ${seconds} (log: ${relative(
          root,
          outcome.log,
        )}).`,
      );
    }
    say(`  ok, ${seconds}`);
    summary.push(
      `  ok  ${check.title}: ${[outcome.detail, seconds]
        .filter(Boolean)
        .join(', ')}`,
    );
  }

  say(`\nAll of this holds:\n${summary.join('\n')}\n`);
  if (totals.skipped > 0) {
    say(`${totals.skipped} skipped`);
  }
  say(countsLine(totals));
}

function countsLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
