import { DraftProblem } from '../DataProductDraft';
import { AnswerPath, Answers } from './DraftProblems';

/** What no database takes: U+0000, and half of a pair of surrogates. */
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|[\ud800-\udfff]/u;

/** Characters that cannot be stored, and addresses that cannot be opened. */
export function checkTexts(answers: Answers): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const visit = (value: unknown, path: AnswerPath) => {
    if (typeof value === 'string') {
      if (UNSTORABLE.test(value)) {
        problems.push({
          path,
          message:
            'This holds a character that cannot be stored. Type the text again instead of pasting it.',
        });
      } else if (path[path.length - 1] === 'url' && !isAddress(value)) {
        problems.push({
          path,
          message: 'Write an address that starts with https:// or mailto:.',
        });
      }
    } else if (typeof value === 'object' && value !== null) {
      const isList = Array.isArray(value);
      for (const [key, inner] of Object.entries(value)) {
        visit(inner, [...path, isList ? Number(key) : key]);
      }
    }
  };
  visit(answers, []);
  return problems;
}

/** Anything else could run something when it is clicked. */
function isAddress(text: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
