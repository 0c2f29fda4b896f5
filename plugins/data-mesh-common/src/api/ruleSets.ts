import { z } from 'zod';
import { ruleSetOutlineSchema } from '../results';

/**
 * A rule set in force.
 *
 * @public
 */
export const ruleSetInForceSchema = z
  .object({
    id: z.string(),
    outlines: z
      .array(ruleSetOutlineSchema)
      .describe('One for each kind of subject that its rules are about'),
    description: z.string().optional(),
    origin: z.string().describe('`default`, or the file it is read from'),
    changed: z
      .boolean()
      .describe('Whether the configuration changes texts, rules or thresholds'),
    phase: z.string().optional().describe('The phase the mesh is in'),
    loadedAt: z.string(),
    problems: z
      .array(z.string())
      .describe('Why a newer text was not taken; this one stays in force'),
    notMeasured: z
      .array(
        z.object({
          rule: z.string(),
          code: z.string(),
          title: z.string(),
          keys: z.array(z.string()),
        }),
      )
      .describe('Rules whose evidence has never arrived, for any entity'),
  })
  .meta({ id: 'RuleSetInForce' });

/** @public */
export const ruleSetListSchema = z
  .object({ items: z.array(ruleSetInForceSchema) })
  .meta({ id: 'RuleSetList' });

/** @public */
export type RuleSetInForce = z.output<typeof ruleSetInForceSchema>;
/** @public */
export type RuleSetList = z.output<typeof ruleSetListSchema>;
