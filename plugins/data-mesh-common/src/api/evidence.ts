import { z } from 'zod';
import { entityResultsSchema } from './results';
import { entityLinkSchema } from './products';
import { ref } from './texts';

const time = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .describe('A time or a day in ISO 8601');
const note = z.string().trim().max(1000);
const link = z.url({ protocol: /^https?$/ }).max(2000);

/**
 * The most items of one request.
 *
 * @public
 */
export const MOST_EVIDENCE_ITEMS = 500;

/**
 * One piece of evidence as a service sends it.
 *
 * @public
 */
export const evidenceItemSchema = z
  .strictObject({
    entityRef: ref.describe('Of a data product, domain or user'),
    key: z.string().trim().min(1).max(200),
    value: z.unknown().describe('What the key asks for, see docs/rules.md'),
    observedAt: time,
    expiresAt: time.optional(),
    source: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('Which pipeline or tool says so'),
    note: note.optional(),
    link: link.optional().describe('Where it can be seen'),
  })
  .meta({ id: 'EvidenceItem' });

/**
 * Evidence to take in. The items are read one by one: one that is wrong does
 * not hold up the others.
 *
 * @public
 */
export const evidenceRequestSchema = z
  .strictObject({
    items: z
      .array(z.unknown())
      .min(1)
      .max(MOST_EVIDENCE_ITEMS)
      .describe('Each an EvidenceItem'),
  })
  .meta({ id: 'EvidenceRequest' });

/**
 * What became of each item, in their order.
 *
 * - `stored`: it is the newest word of its source
 * - `unchanged`: the same was known already
 * - `kept-as-history`: its source has said something newer
 * - `refused`: see the problem
 *
 * @public
 */
export const evidenceResponseSchema = z
  .object({
    items: z.array(
      z.object({
        status: z.enum(['stored', 'unchanged', 'kept-as-history', 'refused']),
        problem: z.string().optional().describe('What is wrong, and where'),
      }),
    ),
  })
  .meta({ id: 'EvidenceResponse' });

/**
 * A piece of evidence as it is known.
 *
 * @public
 */
export const evidenceRecordSchema = z
  .object({
    key: z.string(),
    title: z.string().describe('What the key tells'),
    value: z.unknown(),
    since: z.string().describe('When the source first said so'),
    observedAt: z.string(),
    holdsUntil: z.string().optional().describe('The last day it holds'),
    holds: z.boolean(),
    counts: z.boolean().describe('Whether rules read this one of its key'),
    way: z.enum(['portal', 'push', 'collector', 'annotation']),
    source: z.string(),
    by: entityLinkSchema.optional().describe('The person, if it was one'),
    note: z.string().optional(),
    link: z.string().optional(),
  })
  .meta({ id: 'EvidenceRecord' });

/**
 * What is known about an entity, and what was said before.
 *
 * @public
 */
export const entityEvidenceSchema = z
  .object({
    items: z.array(evidenceRecordSchema),
    history: z
      .array(evidenceRecordSchema.omit({ counts: true, holds: true }))
      .describe('Earlier values, the newest first; at most 100'),
    problems: z
      .array(z.string())
      .optional()
      .describe('Evidence annotations that are not taken, and why'),
  })
  .meta({ id: 'EntityEvidence' });

/**
 * The answer of a person to the question of a rule, or to the question that
 * an evidence key asks.
 *
 * @public
 */
export const answerRequestSchema = z
  .strictObject({
    entityRef: ref,
    key: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('The evidence key that holds the answer'),
    value: z.unknown(),
    observedAt: z.iso
      .date()
      .optional()
      .describe('The day it was so; today if absent'),
    note: note.optional(),
    link: link.optional(),
  })
  .meta({ id: 'AnswerRequest' });

/**
 * What the entity comes to with the answer.
 *
 * @public
 */
export const answerResponseSchema = z
  .object({ results: entityResultsSchema })
  .meta({ id: 'AnswerResponse' });

/**
 * What is asked for evidence, and when it last delivered.
 *
 * @public
 */
export const evidenceSourcesSchema = z
  .object({
    sources: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        everySeconds: z.int(),
        startedAt: z.string().optional(),
        deliveredAt: z.string().optional(),
        items: z.int().optional().describe('In its last delivery'),
        refused: z.int().optional().describe('Items that were not taken'),
        problems: z
          .array(z.string())
          .describe('What was wrong the last time, at most 20'),
      }),
    ),
    keys: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        subject: z.string(),
        description: z.string(),
        validDays: z.int().optional(),
        entities: z.int().describe('Of how many entities it is known'),
        receivedAt: z.string().optional().describe('When it last arrived'),
        sources: z.array(z.string()).describe('At most 20'),
      }),
    ),
  })
  .meta({ id: 'EvidenceSources' });

/** @public */
export type EvidenceItem = z.output<typeof evidenceItemSchema>;
/** @public */
export type EvidenceRequest = { items: z.input<typeof evidenceItemSchema>[] };
/** @public */
export type EvidenceResponse = z.output<typeof evidenceResponseSchema>;
/** @public */
export type KnownEvidence = z.output<typeof evidenceRecordSchema>;
/** @public */
export type EntityEvidence = z.output<typeof entityEvidenceSchema>;
/** @public */
export type AnswerRequest = z.input<typeof answerRequestSchema>;
/** @public */
export type AnswerResponse = z.output<typeof answerResponseSchema>;
/** @public */
export type EvidenceSources = z.output<typeof evidenceSourcesSchema>;
