import { z } from 'zod';
import { entityLinkSchema } from './products';
import { limitSchema } from './query';
import { ref } from './texts';

/**
 * What a measure of success counts. Customer value is what the customer finds
 * valuable, a business benefit is what the business gets back for it, an
 * activity is what people do for it.
 *
 * @public
 */
export const measureClasses = [
  'customer-value',
  'business-benefit',
  'activity',
] as const;

/** @public */
export const measureTimings = ['leading', 'lagging'] as const;

/** @public */
export const measureDirections = [
  'increase',
  'decrease',
  'keep-in-range',
] as const;

/**
 * How a measure stands, as the first that fits of `invalid`, `no-data`,
 * `achieved`, `stale`, `too-early`, `missed`, `on-track`, `at-risk` and
 * `off-track`.
 *
 * @public
 */
export const measureStatuses = [
  'invalid',
  'no-data',
  'achieved',
  'stale',
  'too-early',
  'missed',
  'on-track',
  'at-risk',
  'off-track',
] as const;

/** @public */
export const confidences = ['low', 'medium', 'high'] as const;

const value = z.number().min(-1e15).max(1e15);
const datedValueSchema = z.strictObject({ value, date: z.iso.date() });

/**
 * Where a measure is to be. A measure that is to be kept in a range has `from`
 * and `to`, all others have `value`.
 *
 * @public
 */
export const measureTargetSchema = z
  .strictObject({
    date: z.iso.date(),
    value: value.optional(),
    from: value.optional(),
    to: value.optional(),
    tolerance: value
      .optional()
      .describe(
        'How far outside the range is no progress at all; half the width of the range if absent',
      ),
  })
  .meta({ id: 'MeasureTarget' });

/**
 * What a person says of a measure.
 *
 * @public
 */
export const measureFieldsSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    class: z.enum(measureClasses),
    timing: z.enum(measureTimings),
    direction: z.enum(measureDirections),
    unit: z.string().trim().max(50).describe('Such as `h`, `%` or `days`'),
    baseline: datedValueSchema.optional(),
    target: measureTargetSchema.optional(),
    checkpoints: z
      .array(datedValueSchema)
      .max(20)
      .optional()
      .describe('Values to be at on the way, by rising dates'),
    cadenceDays: z
      .int()
      .min(1)
      .max(730)
      .describe('Every how many days it is to be read'),
    primary: z.boolean().describe('The one that tells how its node stands'),
    source: z
      .string()
      .trim()
      .max(500)
      .optional()
      .describe('Where readings come from: `manual`, a query, a dashboard'),
    owner: ref.optional().describe('Who reads it: ref of a user or group'),
    scale: z
      .array(z.string().trim().min(1).max(200))
      .min(2)
      .max(10)
      .optional()
      .describe('What 1, 2, 3 ... mean, for what is judged and not counted'),
  })
  .meta({ id: 'MeasureFields' });

/**
 * How a measure stands on a day.
 *
 * @public
 */
export const standingSchema = z
  .object({
    status: z.enum(measureStatuses),
    problems: z
      .array(z.string())
      .optional()
      .describe('What is wrong with it, where it is `invalid`'),
    progress: z
      .number()
      .optional()
      .describe('Share of the way; below 0: worse than at the start'),
    expected: z
      .number()
      .optional()
      .describe('Progress to have on the day of the newest reading, 0 to 1'),
    expectedValue: z
      .number()
      .optional()
      .describe('The same as a value, in the unit of the measure'),
    current: datedValueSchema
      .optional()
      .describe('The newest reading; the baseline where there is none'),
    trend: z
      .enum(['better', 'worse', 'flat'])
      .optional()
      .describe('Over the last five readings; absent with fewer than three'),
    dueAt: z
      .string()
      .optional()
      .describe('The day of the next reading, by its cadence'),
  })
  .meta({ id: 'Standing' });

/**
 * A measure of success with how it stands.
 *
 * @public
 */
export const measureSchema = measureFieldsSchema
  .omit({ owner: true })
  .extend({
    id: z.string(),
    nodeId: z.string(),
    owner: entityLinkSchema.optional(),
    version: z.int(),
    standing: standingSchema,
    may: z.array(z.enum(['edit', 'check-in'])),
  })
  .meta({ id: 'Measure' });

/**
 * One reading of a measure.
 *
 * @public
 */
export const checkInSchema = z
  .object({
    id: z.string(),
    measureId: z.string(),
    date: z.string().describe('The day it was so'),
    value: z.number(),
    confidence: z.enum(confidences).optional(),
    note: z.string().optional(),
    link: z.string().optional().describe('Where it can be seen'),
    by: entityLinkSchema.optional().describe('Absent for a service'),
    at: z.string().describe('When it was told'),
    supersededBy: z
      .string()
      .optional()
      .describe('The check-in that took its place'),
  })
  .meta({ id: 'CheckIn' });

/** @public */
export const checkInListSchema = z
  .object({
    items: z.array(checkInSchema),
    total: z.int(),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'CheckInList' });

/** @public */
export const checkInsQuerySchema = z
  .object({ cursor: z.string().max(2000).optional(), limit: limitSchema })
  .meta({ id: 'CheckInsQuery' });

/**
 * A reading to take in. The same one again changes nothing; another one for
 * the same day has to name the one it supersedes.
 *
 * @public
 */
export const checkInRequestSchema = z
  .strictObject({
    date: z.iso.date().describe('The day it was so, not in the future'),
    value,
    confidence: z.enum(confidences).optional(),
    note: z.string().trim().max(1000).optional(),
    link: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    supersedes: z.string().max(100).optional(),
  })
  .meta({ id: 'CheckInRequest' });

/**
 * The check-in, and its measure as it stands with it.
 *
 * @public
 */
export const checkInResponseSchema = z
  .object({ checkIn: checkInSchema, measure: measureSchema })
  .meta({ id: 'CheckInResponse' });

/** @public */
export const newMeasureSchema = measureFieldsSchema.meta({ id: 'NewMeasure' });

/**
 * What is to be another; a field that is null is taken away.
 *
 * @public
 */
export const measureChangeSchema = measureFieldsSchema
  .omit({ primary: true })
  .extend({
    primary: z.literal(true).describe('Takes it from the one that has it now'),
    baseline: datedValueSchema.nullable(),
    target: measureTargetSchema.nullable(),
    checkpoints: z.array(datedValueSchema).max(20).nullable(),
    source: z.string().trim().max(500).nullable(),
    owner: ref.nullable(),
    scale: z.array(z.string().trim().min(1).max(200)).max(10).nullable(),
  })
  .partial()
  .extend({ version: z.int().describe('The version that was read') })
  .meta({ id: 'MeasureChange' });

/** @public */
export type MeasureStatus = (typeof measureStatuses)[number];
/** @public */
export type MeasureTarget = z.output<typeof measureTargetSchema>;
/** @public */
export type MeasureFields = z.output<typeof measureFieldsSchema>;
/** @public */
export type Standing = z.output<typeof standingSchema>;
/** @public */
export type Measure = z.output<typeof measureSchema>;
/** @public */
export type CheckIn = z.output<typeof checkInSchema>;
/** @public */
export type CheckInList = z.output<typeof checkInListSchema>;
/** @public */
export type CheckInsQuery = Partial<z.output<typeof checkInsQuerySchema>>;
/** @public */
export type CheckInRequest = z.input<typeof checkInRequestSchema>;
/** @public */
export type CheckInResponse = z.output<typeof checkInResponseSchema>;
/** @public */
export type NewMeasure = z.input<typeof newMeasureSchema>;
/** @public */
export type MeasureChange = z.input<typeof measureChangeSchema>;
