import { z } from 'zod';
import { ruleStatuses } from './statuses';

/**
 * How urgent a fault is: `high` sort out now, `medium` this quarter, `low`
 * when you touch it.
 *
 * @public
 */
export const severities = ['high', 'medium', 'low'] as const;

/** @public */
export type Severity = (typeof severities)[number];

/**
 * One rule on one subject. What it says holds for days: it names dates, never
 * ages, so that a result whose cause has not changed stays the same text.
 *
 * @public
 */
export const ruleResultSchema = z
  .object({
    rule: z.string().describe('Id of the rule'),
    code: z.string().describe('Code of the rule, such as DP-O1'),
    status: z.enum(ruleStatuses),
    counted: z
      .boolean()
      .describe('False while the rule is a draft or in its grace period'),
    reason: z
      .string()
      .optional()
      .describe('In words; absent when the rule simply passes'),
    lacks: z
      .array(z.string())
      .optional()
      .describe('Facts and evidence keys that are not known'),
    waitsFor: z
      .array(z.string())
      .optional()
      .describe('Ids of the rules to be met first'),
    waivedUntil: z.string().optional().describe('The last day of the waiver'),
    severity: z
      .enum(severities)
      .optional()
      .describe('Only of a fault that is there'),
  })
  .meta({ id: 'RuleResult' });

/** @public */
export type RuleResult = z.output<typeof ruleResultSchema>;

/**
 * The results of one rule set on one subject.
 *
 * Levels are counted from 0. A rule set with dimensions has a level in each
 * and no overall level; a rule set of faults has none at all.
 *
 * @public
 */
export const evaluationSchema = z
  .object({
    ruleSet: z.string(),
    version: z.int(),
    results: z.array(ruleResultSchema),
    level: z.int().optional(),
    earned: z
      .int()
      .optional()
      .describe('The level without a cap, where a cap holds it down'),
    cap: z
      .object({ level: z.int(), reason: z.string() })
      .optional()
      .describe('The lowest cap that applies'),
    target: z
      .int()
      .nullable()
      .optional()
      .describe('Null when nothing is asked of this subject'),
    dimensions: z.record(z.string(), z.int()).optional(),
    notes: z
      .array(z.string())
      .describe('What could not be judged besides the rules, in words'),
  })
  .meta({ id: 'Evaluation' });

/** @public */
export type Evaluation = z.output<typeof evaluationSchema>;
