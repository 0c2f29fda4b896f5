import { DraftProblem } from '../DataProductDraft';
import { Answers } from './DraftProblems';

/** What new names look like. */
const NEW_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What the catalog takes. */
const NAME = /^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/;

/** A name that is none in the catalog. */
export function* checkName(
  { name }: Answers,
  options: { changing: boolean },
): Generator<DraftProblem> {
  const isName = options.changing ? NAME : NEW_NAME;
  if (typeof name === 'string' && !isName.test(name)) {
    yield {
      path: ['name'],
      message:
        'Use small letters, digits and single hyphens only, for example demand-forecast.',
    };
  }
}
