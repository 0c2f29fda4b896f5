import { z } from 'zod';
import { severities } from '../results';
import { entityLinkSchema } from './products';
import { waiverSchema } from './waivers';

/**
 * What a person can do for what they answer for.
 *
 * @public
 */
export const myWorkSchema = z
  .object({
    person: entityLinkSchema,
    roles: z.array(
      z.object({
        role: z.enum([
          'owner',
          'product-owner',
          'steward',
          'domain-owner',
          'data-lead',
        ]),
        entities: z.int(),
      }),
    ),
    approvals: z
      .array(waiverSchema)
      .describe('Exceptions that the caller may decide'),
    exceptions: z
      .array(waiverSchema)
      .describe('Those of the caller’s entities that are asked for or hold'),
    questions: z
      .array(
        z.object({
          entity: entityLinkSchema,
          ruleSet: z.string(),
          rule: z.string(),
          code: z.string(),
          key: z.string(),
          text: z.string(),
          value: z
            .enum(['yes-no', 'date', 'number', 'choice'])
            .describe('What kind of answer the key takes'),
          choices: z.array(z.string()).optional(),
          reason: z.string().optional().describe('Why it is asked now'),
        }),
      )
      .describe('That nobody has answered, or whose answer is too old'),
    fixes: z
      .array(
        z.object({
          entity: entityLinkSchema,
          level: z.int().optional(),
          target: z.int().nullable().optional(),
          total: z.int().describe('Things to do, besides those that wait'),
          items: z
            .array(
              z.object({
                ruleSet: z
                  .string()
                  .describe('`catalog-file` for a warning about that'),
                rule: z.string(),
                code: z.string(),
                title: z.string(),
                fix: z.string(),
                reason: z.string().optional(),
                since: z.string().nullable(),
                severity: z.enum(severities).optional(),
              }),
            )
            .describe('The first three'),
        }),
      )
      .describe('Entities with something to do, the most urgent first'),
    counts: z.object({
      approvals: z.int(),
      questions: z.int(),
      entities: z.int().describe('Entities with something to do'),
    }),
  })
  .meta({ id: 'MyWork' });

/** @public */
export type MyWork = z.output<typeof myWorkSchema>;
