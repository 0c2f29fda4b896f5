import { z } from 'zod';
import { EvidenceDeclaration, SAID } from './declareEvidence';
import { evidenceKeys } from './evidenceKeys';

const ANSWER = /^answer\.[a-z0-9]+(-[a-z0-9]+)*$/;

const answer: Omit<EvidenceDeclaration, 'subject' | 'example'> = {
  title: 'answer',
  description: 'The answer to the question of a rule: yes or no.',
  value: z.boolean(),
  ways: SAID,
};

/**
 * What is declared of an evidence key; for a key such as
 * `answer.stands-alone` what holds for all answers.
 *
 * @public
 */
export function findEvidenceKey(
  key: string,
): Omit<EvidenceDeclaration, 'subject' | 'example'> | undefined {
  if (Object.hasOwn(evidenceKeys, key)) {
    return evidenceKeys[key as keyof typeof evidenceKeys];
  }
  return ANSWER.test(key) ? answer : undefined;
}

/**
 * Why a value cannot be evidence of a key, in words; undefined if it can.
 *
 * @public
 */
export function checkEvidenceValue(
  key: string,
  value: unknown,
): string | undefined {
  const declared = findEvidenceKey(key);
  if (!declared) {
    return `There is no evidence key “${key}”. There are ${Object.keys(
      evidenceKeys,
    ).join(', ')}, and “answer.” with the id of a rule.`;
  }
  const { error } = declared.value.safeParse(value);
  return error
    ? `The value of “${key}” (${declared.title}) does not fit: ${error.issues
        .map(({ message }) => message)
        .join('; ')}.`
    : undefined;
}
