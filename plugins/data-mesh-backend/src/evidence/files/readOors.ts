import { toError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { ReadOutcome, ReadOutcomes } from './readOutcome';

const documentSchema = z.object({
  kind: z.literal('ObservabilityResults'),
  observedAt: z.iso.datetime({ offset: true }),
  contract: z.object({ contractId: z.string().optional() }).optional(),
  run: z.object({ state: z.string().optional() }).optional(),
  status: z.string().optional(),
  results: z.array(
    z.object({ status: z.string(), dimension: z.string().optional() }),
  ),
});

const FAILED = new Set(['fail', 'error']);
const PASSED = new Set(['pass', 'warn']);

/**
 * Documents of the Open Observability Results Standard, in YAML or JSON;
 * several are set apart by `---`. One that cannot be read holds up no other.
 *
 * A document passed when nothing in it failed and something passed. One of a
 * run that is still going says nothing yet.
 *
 * @param dimensions - the only dimensions whose results count; all if absent
 */
export function readOors(
  text: string,
  dimensions?: readonly string[],
): ReadOutcomes {
  const outcomes: ReadOutcome[] = [];
  const problems: string[] = [];
  readDocuments(text).forEach((read, at) => {
    try {
      const outcome = judge(documentSchema.parse(read()), dimensions);
      if (outcome) {
        outcomes.push(outcome);
      }
    } catch (error) {
      problems.push(`Document ${at + 1}: ${tell(error)}`);
    }
  });
  return { outcomes, problems };
}

function judge(
  document: z.output<typeof documentSchema>,
  dimensions: readonly string[] | undefined,
): ReadOutcome | undefined {
  const { run, results, status, observedAt, contract } = document;
  if (run?.state === 'running') {
    return undefined;
  }
  const counted = results.filter(
    ({ dimension = '' }) => !dimensions || dimensions.includes(dimension),
  );
  const statuses = counted.map(result => result.status);
  if (!dimensions && status !== undefined) {
    statuses.push(status);
  }
  const outcome = (passed: boolean): ReadOutcome => ({
    about: contract?.contractId ?? '',
    passed,
    observedAt,
  });
  if (statuses.some(one => FAILED.has(one))) {
    return outcome(false);
  }
  if (run?.state !== undefined && run.state !== 'completed') {
    throw new Error(
      `the run ended as “${run.state}” before its results were complete.`,
    );
  }
  if (!statuses.some(one => PASSED.has(one))) {
    throw new Error('no result in it passed or failed.');
  }
  return outcome(true);
}

/** What is not yet known to be readable, one function a document. */
function readDocuments(text: string): (() => unknown)[] {
  if (/^\s*[[{]/.test(text)) {
    try {
      return [JSON.parse(text)].flat().map(document => () => document);
    } catch {
      // YAML may begin like this as well.
    }
  }
  return [parseAllDocuments(text, { logLevel: 'silent' })]
    .flat()
    .map(document => () => {
      const [error] = document.errors;
      if (error) {
        throw new Error(`it is no YAML: ${error.message}`);
      }
      return document.toJS({ maxAliasCount: 100 });
    });
}

function tell(error: unknown): string {
  return error instanceof z.ZodError
    ? `${error.issues
        .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
        .join('; ')}.`
    : toError(error).message;
}
