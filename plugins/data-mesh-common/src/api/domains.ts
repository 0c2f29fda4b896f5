import { z } from 'zod';
import { severities } from '../results';
import { measureStatuses } from './measures';
import { entityLinkSchema } from './products';
import { resultChangeSchema } from './results';
import { valuesSchema } from './query';

const levels = z
  .record(z.string(), z.int())
  .describe('Levels from 0, by the id of the dimension');

/**
 * How a domain that takes part stands, as a row of a table.
 *
 * @public
 */
export const domainRowSchema = z
  .object({
    domain: entityLinkSchema,
    owner: entityLinkSchema.optional().describe('The group that owns it'),
    domainOwner: entityLinkSchema.optional().describe('The person'),
    dataLead: entityLinkSchema.optional(),
    started: z
      .boolean()
      .describe('False while nobody has answered for it and nothing is met'),
    dimensions: levels,
    weakest: z
      .object({ dimension: z.string(), level: z.int() })
      .optional()
      .describe('The lowest dimension; absent until it started'),
    products: z.object({
      total: z.int(),
      withTarget: z.int().describe('Products of which a level is asked'),
      atTarget: z.int(),
      byLevel: z.array(z.int()).describe('Counted from level 0'),
    }),
    openPoints: z
      .record(z.enum(severities), z.int())
      .describe('Of the domain and its products'),
    goals: z
      .object({
        active: z.int(),
        proposed: z.int(),
        counts: z
          .partialRecord(z.enum(measureStatuses), z.int())
          .describe('Active goals by how their primary measure stands'),
        withoutMeasure: z.int().describe('Active goals without such a measure'),
      })
      .optional()
      .describe('Goals of the domain that are neither reached nor dropped'),
    changes: z
      .object({
        since: z
          .string()
          .optional()
          .describe('When its last review was closed; absent: 30 days ago'),
        total: z.int(),
        latest: resultChangeSchema.optional(),
      })
      .describe('Changes of levels since then'),
  })
  .meta({ id: 'DomainRow' });

/** @public */
export const domainsQuerySchema = z
  .object({ owner: valuesSchema.optional() })
  .meta({ id: 'DomainsQuery' });

/**
 * All domains that take part, by title.
 *
 * @public
 */
export const domainListSchema = z
  .object({
    items: z.array(domainRowSchema),
    notTakingPart: z.int().describe('Domains of the catalog besides'),
  })
  .meta({ id: 'DomainList' });

/**
 * How a domain stands. Its results are found like those of any entity.
 *
 * @public
 */
export const domainProfileSchema = z
  .object({
    takesPart: z.boolean(),
    row: domainRowSchema.optional().describe('Only if it takes part'),
    aspiration: levels.optional().describe('Where the domain wants to be'),
    before: z
      .object({ day: z.string(), dimensions: levels })
      .optional()
      .describe('The last other profile'),
    products: z
      .array(
        z.object({
          entity: entityLinkSchema,
          lifecycle: z.string().optional(),
          owner: entityLinkSchema.optional(),
          level: z.int().optional(),
          target: z.int().nullable().optional(),
          usedByTeams: z.int(),
          next: z
            .object({
              ruleSet: z.string(),
              rule: z.string(),
              code: z.string(),
              title: z.string(),
              severity: z.enum(severities).optional(),
            })
            .optional()
            .describe('What to do first'),
          toDo: z.int().describe('Things to do to reach the target'),
        }),
      )
      .describe('The widest gap first; at most 500'),
  })
  .meta({ id: 'DomainProfile' });

/** @public */
export type DomainRow = z.output<typeof domainRowSchema>;
/** @public */
export type DomainsQuery = Partial<z.output<typeof domainsQuerySchema>>;
/** @public */
export type DomainList = z.output<typeof domainListSchema>;
/** @public */
export type DomainProfile = z.output<typeof domainProfileSchema>;
