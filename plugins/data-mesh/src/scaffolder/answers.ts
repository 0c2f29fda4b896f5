import {
  checkDraft,
  DataProductAnswers,
  DraftProblem,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * What has been answered on all pages of the form so far. The scaffolder hands
 * it to fields as context; nothing in it is checked yet.
 */
export function answersIn(formContext: unknown): Record<string, unknown> {
  return isRecord(formContext) && isRecord(formContext.formData)
    ? formContext.formData
    : {};
}

/** An answer that is a text, in the form's unchecked state. */
export function textIn(
  answers: Record<string, unknown>,
  key: keyof DataProductAnswers,
): string | undefined {
  const value = answers[key];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** What is wrong with the answers, by the rules that the action goes by, too. */
export function checkAnswers(answers: unknown): DraftProblem[] {
  return checkDraft(answers, { changing: isChanging(answers) });
}

/** Whether the answers were loaded from a product that there is. */
function isChanging(answers: unknown): boolean {
  return isRecord(answers) && typeof answers.answersOf === 'string';
}

/** What is wrong with one answer. */
export function problemsOf(
  answers: unknown,
  key: keyof DataProductAnswers,
): DraftProblem[] {
  return checkAnswers(answers).filter(({ path }) => path[0] === key);
}

/** What is wrong at one place within an answer. */
export function problemAt(
  problems: DraftProblem[],
  ...place: (string | number)[]
): string | undefined {
  return problems.find(({ path }) =>
    place.every((step, index) => path[index + 1] === step),
  )?.message;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
