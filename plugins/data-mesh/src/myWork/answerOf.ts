import {
  AnswerRequest,
  MyWork,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { valueOfAnswer } from '../results';

/** A question as My work asks it. */
export type AskedQuestion = MyWork['questions'][number];

/** What somebody has typed for a question so far. */
export type TypedAnswer = {
  value: string;
  note: string;
  link: string;
  /** The day it was so; empty for today. */
  observed: string;
};

/** What is wrong with it, by field; nothing while there is only too little. */
export function problemsOf(
  { value: kind }: Pick<AskedQuestion, 'value'>,
  { value, link, observed }: TypedAnswer,
  today: string,
): { value?: 'future'; link?: 'wrong'; observed?: 'future' } {
  return {
    ...(kind === 'date' && value > today && { value: 'future' as const }),
    ...(link.trim() && !isAddress(link.trim()) && { link: 'wrong' as const }),
    ...(observed > today && { observed: 'future' as const }),
  };
}

/**
 * The answer to send; undefined as long as there is none. That something is not
 * so yet is a no, and the note keeps the word.
 */
export function answerOf(
  question: AskedQuestion,
  typed: TypedAnswer,
  notYet: string,
): AnswerRequest | undefined {
  const isNotYet = question.value === 'yes-no' && typed.value === 'not-yet';
  const value = isNotYet ? false : valueOfAnswer(question.value, typed.value);
  if (value === undefined) {
    return undefined;
  }
  const note = [isNotYet ? notYet : '', typed.note.trim()]
    .filter(Boolean)
    .join('. ');
  return {
    entityRef: question.entity.ref,
    key: question.key,
    value,
    ...(note && { note }),
    ...(typed.link.trim() && { link: typed.link.trim() }),
    ...(typed.observed &&
      question.value !== 'date' && { observedAt: typed.observed }),
  };
}

function isAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
