import { z } from 'zod';
import { severities } from '../results';
import { measureSchema } from './measures';
import { entityLinkSchema } from './products';
import { nodeKinds, nodeStates } from './valueTree';
import { waiverSchema } from './waivers';

/**
 * What a person can do for what they answer for.
 *
 * @public
 */
export const myWorkSchema = z
  .object({
    person: entityLinkSchema,
    day: z.string().describe('The UTC day that it was computed for'),
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
    checkIns: z
      .array(
        z.object({
          measure: measureSchema,
          node: z
            .object({
              id: z.string(),
              kind: z.enum(nodeKinds),
              title: z.string(),
            })
            .describe('What it measures'),
          domain: entityLinkSchema.optional(),
          lastAt: z
            .string()
            .nullable()
            .describe('Day of the newest reading; null: there is none'),
        }),
      )
      .describe('Measures that the caller is to read, the longest due first'),
    bets: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          state: z.enum(nodeStates),
          domain: entityLinkSchema.optional(),
          reviewAt: z.string().optional().describe('A day'),
          stopRule: z.string().optional(),
        }),
      )
      .describe(
        'That the caller may decide on, due soon or ready for it, the longest due first',
      ),
    reviews: z
      .array(
        z.object({
          domain: entityLinkSchema,
          open: z
            .object({ id: z.string(), startedAt: z.string() })
            .optional()
            .describe('The review that is under way'),
          lastAt: z
            .string()
            .nullable()
            .describe('When the last one was closed; null: there was none'),
        }),
      )
      .describe('Domains of the caller whose review is under way or due'),
    helpWanted: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          domain: entityLinkSchema.optional(),
          text: z.string().describe('What is wanted'),
          as: z.enum(['sponsor', 'owner']).describe('What the caller is to it'),
        }),
      )
      .describe('Goals of the caller for which help is wanted'),
    next: z
      .object({
        what: z.enum(['check-in', 'bet', 'review']),
        date: z.string().describe('The day it becomes due, or is planned for'),
        title: z
          .string()
          .describe('Of the bet or the domain; name of the measure'),
        node: z
          .string()
          .optional()
          .describe('Id of the bet, or of the node that is measured'),
      })
      .nullable()
      .describe('What comes first of all that is not listed yet'),
    counts: z.object({
      approvals: z.int(),
      questions: z.int(),
      entities: z.int().describe('Entities with something to do'),
      checkIns: z.int(),
      bets: z.int(),
      reviews: z.int(),
      helpWanted: z.int(),
    }),
  })
  .meta({ id: 'MyWork' });

/** @public */
export type MyWork = z.output<typeof myWorkSchema>;
