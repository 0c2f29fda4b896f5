import { z } from 'zod';
import {
  evaluationSchema,
  outlineRuleSchema,
  ruleResultSchema,
  severities,
} from '../results';
import { ruleStatuses } from '../results/statuses';
import { entityLinkSchema } from './products';
import { limitSchema, valuesSchema } from './query';

/**
 * What made a result or a level change.
 *
 * - `baseline`: it was evaluated for the first time
 * - `entity`: a catalog file, its own or of an entity around it
 * - `contract`: the text of a contract
 * - `evidence`: what a source delivered
 * - `answer`: what a person said in the portal
 * - `waiver`: an exception that was granted, taken back or ran out
 * - `goals`: goals, their measures, or what is linked to them
 * - `time`: nothing but the day
 * - `rule-set`: the rules
 *
 * @public
 */
export const changeCauses = [
  'baseline',
  'entity',
  'contract',
  'evidence',
  'answer',
  'waiver',
  'goals',
  'time',
  'rule-set',
] as const;

/**
 * A cause with what more is known of it.
 *
 * @public
 */
export const causeSchema = z
  .object({
    kind: z.enum(changeCauses),
    entity: entityLinkSchema
      .optional()
      .describe('The entity or contract that changed, where it is known'),
    key: z.string().optional().describe('The evidence key'),
    by: entityLinkSchema.optional().describe('The person'),
    source: z.string().optional().describe('The service or source'),
  })
  .meta({ id: 'Cause' });

const since = z
  .string()
  .nullable()
  .describe('When it became so; null: before it was measured');

/**
 * One rule on one subject, as it is stored.
 *
 * @public
 */
export const storedResultSchema = ruleResultSchema
  .extend({ weight: z.enum(['must', 'should']), since })
  .meta({ id: 'StoredResult' });

/**
 * The results of one rule set on one entity. The texts of the rules are in the
 * outline of the rule set.
 *
 * @public
 */
export const entityRuleSetResultsSchema = evaluationSchema
  .extend({
    results: z.array(storedResultSchema),
    since: since.describe('When it reached this level; null: before measured'),
  })
  .meta({ id: 'EntityRuleSetResults' });

/**
 * All results of one entity.
 *
 * @public
 */
export const entityResultsSchema = z
  .object({
    entity: entityLinkSchema,
    items: z
      .array(entityRuleSetResultsSchema)
      .describe('Empty until it was evaluated for the first time'),
    gone: z
      .string()
      .optional()
      .describe('When the entity left the catalog, if it did'),
    may: z
      .object({
        answer: z
          .array(z.string())
          .describe('Ids of the rules whose question the caller may answer'),
        askForWaiver: z.boolean(),
        decideWaivers: z.boolean(),
      })
      .describe('What the caller may do'),
  })
  .meta({ id: 'EntityResults' });

/**
 * The query of the list of results.
 *
 * @public
 */
export const resultsQuerySchema = z
  .object({
    ruleSet: z.string().max(200).default('data-product-maturity'),
    domain: valuesSchema.optional().describe('Entity refs of domains'),
    owner: valuesSchema.optional().describe('Entity refs of groups or users'),
    level: valuesSchema.optional().describe('Levels, counted from 0'),
    rule: valuesSchema.optional().describe('Ids or codes of rules'),
    status: valuesSchema
      .pipe(z.array(z.enum(ruleStatuses)))
      .optional()
      .describe('With `rule`: what it comes to; else fail, unknown, waiting'),
    cursor: z.string().max(2000).optional(),
    limit: limitSchema,
  })
  .meta({ id: 'ResultsQuery' });

/**
 * Subjects with their level and what is unmet.
 *
 * @public
 */
export const resultsListSchema = z
  .object({
    items: z.array(
      z.object({
        entity: entityLinkSchema,
        domain: entityLinkSchema.optional(),
        owner: entityLinkSchema.optional(),
        level: z.int().optional(),
        target: z.int().nullable().optional(),
        dimensions: z.record(z.string(), z.int()).optional(),
        since,
        unmet: z
          .array(
            z.object({
              rule: z.string(),
              code: z.string(),
              status: z.enum(ruleStatuses),
              counted: z
                .boolean()
                .optional()
                .describe('False while the rule is a draft or in its grace'),
              severity: z.enum(severities).optional(),
              since,
            }),
          )
          .describe('Rules that are unmet or, if asked for, of that status'),
      }),
    ),
    total: z.int(),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'ResultsList' });

/**
 * The query of the history of an entity.
 *
 * @public
 */
export const changesQuerySchema = z
  .object({
    ruleSet: z.string().max(200).optional(),
    from: z.iso.date().optional().describe('First day, UTC'),
    to: z.iso.date().optional().describe('Last day, UTC'),
    only: z
      .enum(['levels', 'rules'])
      .optional()
      .describe('Only changes of levels, or only of rules'),
    cursor: z.string().max(2000).optional(),
    limit: limitSchema,
  })
  .meta({ id: 'ChangesQuery' });

/**
 * One change of a result, or of a level.
 *
 * @public
 */
export const resultChangeSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    entity: entityLinkSchema,
    ruleSet: z.string(),
    rule: z.string().optional().describe('Absent: the level'),
    code: z.string().optional(),
    title: z.string().optional().describe('Of the rule, if it still exists'),
    dimension: z.string().optional().describe('Of which it is the level'),
    before: z.string().nullable().describe('Status or level; null: none'),
    after: z.string().nullable().describe('Status or level; null: none'),
    cause: causeSchema,
  })
  .meta({ id: 'ResultChange' });

/**
 * The history of an entity, the newest first.
 *
 * @public
 */
export const changeListSchema = z
  .object({
    items: z.array(resultChangeSchema),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'ChangeList' });

/**
 * How a rule came to its result on an entity.
 *
 * @public
 */
export const explanationSchema = z
  .object({
    rule: outlineRuleSchema,
    result: ruleResultSchema,
    today: z.string(),
    parts: z
      .array(
        z.object({
          of: z.enum(['when', 'pass']),
          text: z.string().describe('As CEL'),
          outcome: z.enum(['true', 'false', 'unknown']),
          error: z.string().optional(),
        }),
      )
      .describe('All of them have to hold'),
    facts: z.array(
      z.object({
        name: z.string(),
        description: z.string(),
        source: z.string(),
        value: z.unknown().describe('Null when it is not known'),
        refusal: z
          .string()
          .optional()
          .describe('Why a value that was given cannot be used'),
      }),
    ),
    parameters: z.array(
      z.object({
        name: z.string(),
        description: z.string(),
        value: z.unknown(),
      }),
    ),
    evidence: z.array(
      z.object({
        key: z.string(),
        state: z.enum(['current', 'outdated', 'undated', 'missing']),
        observed: z.string().optional(),
        until: z.string().optional(),
        delivered: z
          .boolean()
          .describe('False when the key has never arrived, for any entity'),
      }),
    ),
  })
  .meta({ id: 'Explanation' });

/**
 * Rules to suppose fixed.
 *
 * @public
 */
export const whatIfRequestSchema = z
  .strictObject({
    ruleSet: z.string().max(200).default('data-product-maturity'),
    fixed: z.array(z.string().max(200)).max(200),
  })
  .meta({ id: 'WhatIfRequest' });

/**
 * Where an entity would stand if some rules were fixed.
 *
 * @public
 */
export const whatIfSchema = z
  .object({
    level: z.int().optional(),
    dimensions: z.record(z.string(), z.int()).optional(),
    target: z.int().nullable().optional(),
    passing: z
      .array(z.string())
      .describe('Ids of the rules that would pass besides those now met'),
  })
  .meta({ id: 'WhatIf' });

/** @public */
export type ChangeCause = (typeof changeCauses)[number];
/** @public */
export type Cause = z.output<typeof causeSchema>;
/** @public */
export type StoredResult = z.output<typeof storedResultSchema>;
/** @public */
export type EntityRuleSetResults = z.output<typeof entityRuleSetResultsSchema>;
/** @public */
export type EntityResults = z.output<typeof entityResultsSchema>;
/** @public */
export type ResultsQuery = Partial<z.output<typeof resultsQuerySchema>>;
/** @public */
export type ResultsList = z.output<typeof resultsListSchema>;
/** @public */
export type ChangesQuery = Partial<z.output<typeof changesQuerySchema>>;
/** @public */
export type ResultChange = z.output<typeof resultChangeSchema>;
/** @public */
export type ChangeList = z.output<typeof changeListSchema>;
/** @public */
export type RuleExplanation = z.output<typeof explanationSchema>;
/** @public */
export type WhatIfRequest = z.input<typeof whatIfRequestSchema>;
/** @public */
export type WhatIf = z.output<typeof whatIfSchema>;
