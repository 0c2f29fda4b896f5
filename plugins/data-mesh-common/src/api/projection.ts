import { z } from 'zod';

const passReportSchema = z.object({
  outcome: z
    .enum(['complete', 'abandoned', 'failed'])
    .describe('Abandoned: too much was missing to be believed'),
  reason: z.string().optional().describe('Why it did not complete'),
  startedAt: z.string(),
  finishedAt: z.string(),
  read: z.int().describe('Entities that the catalog showed'),
  saved: z.int().describe('Entities that were new or had changed'),
  missing: z.int().describe('Known entities no longer in the catalog'),
  removed: z.int().describe('Entities that were gone for too long'),
});

const evaluationReportSchema = z.object({
  startedAt: z.string(),
  finishedAt: z.string(),
  day: z.string().describe('The UTC day that it was for'),
  subjects: z.int().describe('Data products and domains that were looked at'),
  evaluated: z.int().describe('Those that could come to something else'),
  changes: z.int().describe('Changes of results and levels that were noted'),
  failures: z.int().describe('Those whose results stay as they were'),
  lost: z.int().describe('Results that another replica kept first'),
});

/**
 * How far what is served follows the catalog.
 *
 * @public
 */
export const projectionStatusSchema = z
  .object({
    lastCompleteAt: z
      .string()
      .optional()
      .describe('When it last agreed with the whole catalog'),
    details: z
      .object({
        lastPass: passReportSchema.optional(),
        lastEvaluation: evaluationReportSchema
          .optional()
          .describe('The last time that everything was judged'),
        subjects: z
          .record(z.string(), z.int())
          .describe('Entities that are served, by kind'),
        queue: z.object({
          length: z.int().describe('Changed entities not read again yet'),
          oldestInSeconds: z.number(),
        }),
      })
      .optional()
      .describe('Only for those who may see the whole catalog'),
  })
  .meta({ id: 'ProjectionStatus' });

/**
 * The body of a request to compare with the catalog now.
 *
 * @public
 */
export const projectionRefreshSchema = z
  .strictObject({
    acceptVanished: z
      .boolean()
      .default(false)
      .describe(
        'Let the next pass take all missing entities as gone for good, however many they are',
      ),
  })
  .meta({ id: 'ProjectionRefresh' });

/** @public */
export type ProjectionStatus = z.output<typeof projectionStatusSchema>;
