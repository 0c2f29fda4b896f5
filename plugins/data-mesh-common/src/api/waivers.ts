import { z } from 'zod';
import { entityLinkSchema } from './products';
import { limitSchema, valuesSchema } from './query';

/**
 * The longest an exception may hold.
 *
 * @public
 */
export const LONGEST_WAIVER_DAYS = 366;

/**
 * - `asked`: waits for somebody with the right to decide
 * - `approved`: holds until its last day
 * - `declined`, `revoked`
 * - `expired`: was approved, and its last day is over
 *
 * @public
 */
export const waiverStates = [
  'asked',
  'approved',
  'declined',
  'revoked',
  'expired',
] as const;

/**
 * A rule that is set aside for an entity: an exception.
 *
 * @public
 */
export const waiverSchema = z
  .object({
    id: z.string(),
    entity: entityLinkSchema,
    ruleSet: z.string(),
    rule: z.string(),
    code: z.string().optional().describe('Absent when the rule is no more'),
    title: z.string().optional().describe('Of the rule'),
    reason: z.string(),
    until: z.string().describe('The last day it holds, UTC'),
    state: z.enum(waiverStates),
    askedBy: entityLinkSchema,
    askedAt: z.string(),
    decidedBy: entityLinkSchema.optional(),
    decidedAt: z.string().optional(),
    decisionNote: z.string().optional(),
    version: z.int().describe('To be named by whoever decides'),
    may: z
      .array(z.enum(['approve', 'decline', 'revoke']))
      .describe('What the caller may do with it'),
  })
  .meta({ id: 'Waiver' });

/** @public */
export const waiverListSchema = z
  .object({
    items: z.array(waiverSchema),
    total: z.int(),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'WaiverList' });

/** @public */
export const waiversQuerySchema = z
  .object({
    entity: valuesSchema.optional().describe('Entity refs'),
    state: valuesSchema.pipe(z.array(z.enum(waiverStates))).optional(),
    cursor: z.string().max(2000).optional(),
    limit: limitSchema,
  })
  .meta({ id: 'WaiversQuery' });

/** @public */
export const waiverRequestSchema = z
  .strictObject({
    entityRef: z.string().trim().min(1).max(300),
    ruleSet: z.string().trim().min(1).max(200),
    rule: z.string().trim().min(1).max(200).describe('Its id'),
    reason: z.string().trim().min(10).max(1000),
    until: z.iso.date().describe('At most a year from today'),
  })
  .meta({ id: 'WaiverRequest' });

/** @public */
export const waiverDecisionSchema = z
  .strictObject({
    decision: z.enum(['approve', 'decline', 'revoke']),
    note: z.string().trim().max(1000).optional(),
    version: z.int().describe('The version that was read'),
  })
  .meta({ id: 'WaiverDecision' });

/** @public */
export type WaiverState = (typeof waiverStates)[number];
/** @public */
export type WaiverRecord = z.output<typeof waiverSchema>;
/** @public */
export type WaiverList = z.output<typeof waiverListSchema>;
/** @public */
export type WaiversQuery = Partial<z.output<typeof waiversQuerySchema>>;
/** @public */
export type WaiverRequest = z.input<typeof waiverRequestSchema>;
/** @public */
export type WaiverDecision = z.input<typeof waiverDecisionSchema>;
