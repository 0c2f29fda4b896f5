import { checkContracts } from './checks/checkContracts';
import { checkName } from './checks/checkName';
import { checkPorts } from './checks/checkPorts';
import { checkPrivacy } from './checks/checkPrivacy';
import { checkRefs } from './checks/checkRefs';
import { checkShape } from './checks/checkShape';
import { checkTexts } from './checks/checkTexts';
import { dataProductDraftSchema, DraftProblem } from './DataProductDraft';
import { isEqual } from './json';
import { tidyDraft } from './normalizeDraft';

const ORDER = Object.keys(dataProductDraftSchema.shape);

/**
 * Every reason to refuse a draft that follows from the draft alone, in words
 * for the person who answers, in the order of the form, at most one for each
 * answer. What is empty counts as not answered, unknown keys do not count.
 * Takes anything, and never throws; without a problem the files can be
 * written.
 *
 * @param options - `changing` a data product that there is: its name may be
 *   any that the catalog takes, and its input ports may be incomplete
 * @public
 */
export function checkDraft(
  draft: unknown,
  options: { changing?: boolean } = {},
): DraftProblem[] {
  const { changing = false } = options;
  const answers = known(tidyDraft(draft));
  const problems = [
    ...checkShape(answers),
    ...checkTexts(answers),
    ...checkName(answers, { changing }),
    ...checkRefs(answers),
    ...checkPorts(answers, { changing }),
    ...checkContracts(answers),
    ...checkPrivacy(answers),
  ];
  return problems
    .filter(
      ({ path }, i) =>
        problems.findIndex(other => isEqual(other.path, path)) === i,
    )
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function known(answers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    ORDER.filter(key => Object.hasOwn(answers, key)).map(key => [
      key,
      answers[key],
    ]),
  );
}

function rankOf({ path }: DraftProblem): number {
  const rank = ORDER.indexOf(String(path[0]));
  return rank < 0 ? ORDER.length : rank;
}
