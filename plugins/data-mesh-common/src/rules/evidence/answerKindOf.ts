import { z } from 'zod';
import { AnswerKind } from '../../results';

/**
 * What kind of answer the values of an evidence key are.
 *
 * @param schema - of the values; without it the answer is yes or no
 * @returns undefined if it is none that a person could be asked for
 *
 * @public
 */
export function answerKindOf(
  schema: z.ZodType | undefined,
): { value: AnswerKind; choices?: string[] } | undefined {
  const json = schema && z.toJSONSchema(schema);
  if (!json || json.type === 'boolean') {
    return { value: 'yes-no' };
  }
  if (json.enum) {
    return { value: 'choice', choices: json.enum.map(String) };
  }
  if (json.type === 'integer' || json.type === 'number') {
    return { value: 'number' };
  }
  return json.format === 'date' ? { value: 'date' } : undefined;
}
