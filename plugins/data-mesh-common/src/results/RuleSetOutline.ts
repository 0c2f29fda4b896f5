import { z } from 'zod';
import { catalogFilePartSchema } from './catalogFilePart';
import { severities } from './RuleResult';

/**
 * The kinds of answers that a question takes.
 *
 * @public
 */
export const answerKinds = ['yes-no', 'date', 'number', 'choice'] as const;

/** @public */
export type AnswerKind = (typeof answerKinds)[number];

/**
 * A rule as a screen needs it: texts, place and weight, nothing that is
 * evaluated.
 *
 * @public
 */
export const outlineRuleSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    why: z.string(),
    fix: z.string(),
    source: z.string().optional(),
    weight: z.enum(['must', 'should']),
    level: z.int().optional().describe('Counted from 0; absent for a fault'),
    dimension: z.string().optional(),
    severity: z
      .enum(severities)
      .optional()
      .describe('Of a fault, unless it depends on the subject'),
    after: z.array(z.string()).describe('Rules that come first'),
    met: z.array(z.string()).describe('Rules whose results it reads'),
    metAlone: z
      .boolean()
      .describe('True when nothing but the rules of `met` decides it'),
    covers: z.array(z.string()).describe('Codes of faults that restate it'),
    counted: z
      .boolean()
      .describe('False while it is a draft or in its grace period'),
    rollout: z.enum(['enforced', 'draft', 'grace']),
    graceUntil: z.string().optional(),
    needs: z.array(z.string()).describe('Evidence keys'),
    examples: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('A value for each of these keys'),
    ask: z
      .object({
        text: z.string(),
        who: z.array(z.string()),
        key: z.string().describe('The evidence key that holds the answer'),
        days: z.int().optional().describe('For how long an answer holds'),
        value: z
          .enum(answerKinds)
          .optional()
          .describe('What kind of answer the key takes; yes-no if absent'),
        choices: z.array(z.string()).optional().describe('Only of a choice'),
      })
      .optional(),
    write: catalogFilePartSchema
      .optional()
      .describe('An example of what to write into the catalog file'),
  })
  .meta({ id: 'OutlineRule' });

/** @public */
export type OutlineRule = z.output<typeof outlineRuleSchema>;

/**
 * A rule set on one day for one kind of subject, without its expressions: all
 * that `levelOf` and the screens need.
 *
 * @public
 */
export const ruleSetOutlineSchema = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    subject: z.string(),
    levels: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        question: z.string().optional(),
      }),
    ),
    dimensions: z
      .array(z.object({ id: z.string(), title: z.string() }))
      .describe('Empty unless levels are reached per dimension'),
    promotion: z
      .object({ must: z.number(), should: z.number(), shouldFrom: z.int() })
      .describe('Shares of met rules that a level needs'),
    rules: z.array(outlineRuleSchema),
  })
  .meta({ id: 'RuleSetOutline' });

/** @public */
export type RuleSetOutline = z.output<typeof ruleSetOutlineSchema>;
