import { DraftProblem } from '../DataProductDraft';
import { Answers, groupOf } from './DraftProblems';

/** Sensitive data, or data about people, without what the law asks for. */
export function* checkPrivacy(answers: Answers): Generator<DraftProblem> {
  const why = reasonFor(answers);
  if (!why) {
    return;
  }
  const privacy = groupOf(answers.privacy);
  if (!privacy.retention) {
    yield {
      path: ['privacy', 'retention'],
      message: `Say how long the data is kept: ${why}.`,
    };
  }
  if (!privacy.legalBasis) {
    yield {
      path: ['privacy', 'legalBasis'],
      message: `Say what allows the use of the data, for example consent or a contract: ${why}.`,
    };
  }
}

function reasonFor({ classification, containsPii }: Answers) {
  if (containsPii === true) {
    return 'it is about people';
  }
  return classification === 'sensitive' ? 'it is sensitive' : undefined;
}
