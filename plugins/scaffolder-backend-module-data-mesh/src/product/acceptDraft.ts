import { InputError } from '@backstage/errors';
import {
  checkDraft,
  DataProductDraft,
  DraftProblem,
  formatPath,
  normalizeDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * The draft in its plain shape.
 *
 * @throws InputError with all that is wrong with it
 */
export function acceptDraft(
  draft: unknown,
  options: { changing?: boolean } = {},
): DataProductDraft {
  const problems = checkDraft(draft, options);
  if (problems.length > 0) {
    throw refusal(problems.map(describe));
  }
  return normalizeDraft(draft) as DataProductDraft;
}

/** One error for everything that is wrong. */
export function refusal(lines: string[]): InputError {
  return new InputError(
    lines.length === 1
      ? `The answers cannot be used: ${lines[0]}`
      : `The answers cannot be used, for ${lines.length} reasons:\n${lines
          .map(line => `- ${line}`)
          .join('\n')}`,
  );
}

function describe({ path, message }: DraftProblem): string {
  return path.length > 0 ? `${formatPath(path)}: ${message}` : message;
}
