import { z } from 'zod';
import { ReadOutcomes } from './readOutcome';

const runResultsSchema = z.object({
  metadata: z.object({
    generated_at: z.iso.datetime({ offset: true }),
    dbt_schema_version: z.string().optional(),
  }),
  results: z.array(z.object({ unique_id: z.string(), status: z.string() })),
});

const TESTS = /^(?:test|unit_test)\./;
/** A warning is the way dbt says that a test may fail. */
const PASSED = new Set(['pass', 'warn', 'success']);
const SKIPPED = new Set(['skipped', 'no-op']);

/**
 * The tests in a `run_results.json` of dbt, by their unique ids. What was not
 * run is left out; models and seeds are no tests.
 *
 * @throws Error when it is no such file
 */
export function readDbtRunResults(text: string): ReadOutcomes {
  const read = runResultsSchema.safeParse(parseJson(text));
  if (!read.success) {
    const [{ path, message }] = read.error.issues;
    throw new Error(
      `It is no run_results.json of dbt: ${path
        .map(String)
        .join('.')}: ${message}`,
    );
  }
  const { metadata, results } = read.data;
  const tests = results.filter(
    ({ unique_id, status }) => TESTS.test(unique_id) && !SKIPPED.has(status),
  );
  return {
    outcomes: tests.map(({ unique_id, status }) => ({
      about: unique_id,
      passed: PASSED.has(status),
      observedAt: metadata.generated_at,
    })),
    problems: tests.length > 0 ? [] : ['It holds the result of no test.'],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`It is no JSON: ${(error as Error).message}`);
  }
}
