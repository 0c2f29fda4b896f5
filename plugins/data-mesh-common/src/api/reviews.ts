import { z } from 'zod';
import { severities } from '../results';
import { entityLinkSchema } from './products';
import { limitSchema } from './query';
import { resultChangeSchema } from './results';
import { ref, text } from './texts';
import { decisionTypes, nodeKinds } from './valueTree';

/**
 * What a review decides about a data product.
 *
 * @public
 */
export const productDecisions = [
  'keep',
  'invest',
  'shrink',
  'hand-over',
  'retire',
] as const;

/**
 * An abandoned review keeps what was said in it, and has no minutes.
 *
 * @public
 */
export const reviewStates = ['open', 'closed', 'abandoned'] as const;

/**
 * How often a product is reviewed where no rule says otherwise, and how far
 * back a first review looks, in days.
 *
 * @public
 */
export const REVIEW_DAYS = 90;

/**
 * Goals and bets whose day of decision comes within so many days are due.
 *
 * @public
 */
export const DECIDE_WITHIN_DAYS = 30;

/**
 * What is to be said about a data product in a review.
 *
 * @public
 */
export const productSayingRequestSchema = z
  .strictObject({
    version: z
      .int()
      .min(0)
      .describe('Of what was said before in this review; 0: nothing was'),
    decision: z.enum(productDecisions),
    value: text(500).optional().describe('What it is worth, and to whom'),
    costBand: text(100).optional().describe('What it costs a year, in words'),
    next: text(1000).optional().describe('What comes next'),
    standsAlone: z
      .boolean()
      .optional()
      .describe('Whether it is of use without a join that it forces on people'),
    funded: z
      .boolean()
      .optional()
      .describe('Whether running it is paid for, beyond a project'),
  })
  .meta({ id: 'ProductSayingRequest' });

/**
 * An answer that was not taken over from a review: it is for others to give.
 *
 * @public
 */
export const unheardAnswerSchema = z
  .object({
    key: z.string().describe('The evidence key that would hold it'),
    title: z.string(),
    who: z.array(z.string()).describe('The roles that are asked'),
  })
  .meta({ id: 'UnheardAnswer' });

/**
 * What was said about a data product in a review.
 *
 * @public
 */
export const productSayingSchema = productSayingRequestSchema
  .extend({
    product: entityLinkSchema,
    by: entityLinkSchema.optional(),
    at: z.string(),
    unheard: z
      .array(unheardAnswerSchema)
      .describe('Answers that others have to give'),
  })
  .meta({ id: 'ProductSaying' });

/**
 * A review of a domain.
 *
 * @public
 */
export const reviewSchema = z
  .object({
    id: z.string(),
    domain: entityLinkSchema,
    state: z.enum(reviewStates),
    participants: z.array(entityLinkSchema),
    notes: z.string().optional(),
    products: z.array(productSayingSchema).describe('In the order of titles'),
    startedBy: entityLinkSchema.optional(),
    startedAt: z.string(),
    closedBy: entityLinkSchema.optional(),
    closedAt: z.string().optional(),
    version: z.int(),
    may: z.array(z.enum(['hold'])),
  })
  .meta({ id: 'Review' });

const datedSchema = z.object({
  value: z.union([z.number(), z.string(), z.boolean()]),
  at: z.string().describe('When it was observed'),
  holds: z.boolean().describe('Whether it is recent enough to count'),
});

/**
 * An open point of ownership, of a domain or one of its data products.
 *
 * @public
 */
export const reviewPointSchema = z
  .object({
    entity: entityLinkSchema,
    rule: z.string(),
    code: z.string(),
    title: z.string(),
    reason: z.string().optional(),
    severity: z.enum(severities),
    since: z.string().nullable(),
  })
  .meta({ id: 'ReviewPoint' });

/**
 * What is known of a data product that a review looks at.
 *
 * @public
 */
export const reviewProductSchema = z
  .object({
    product: entityLinkSchema,
    lifecycle: z.string().optional(),
    owner: entityLinkSchema.optional(),
    isDue: z.boolean(),
    users: z.object({
      now: z.array(entityLinkSchema).describe('Teams that use it'),
      before: z
        .array(entityLinkSchema)
        .optional()
        .describe('At the last review; absent: there was none'),
    }),
    use: z
      .object({
        last30Days: datedSchema.optional(),
        lastUsedAt: datedSchema.optional(),
        before: z
          .number()
          .optional()
          .describe('In 30 days, at the last review'),
      })
      .optional()
      .describe('Absent: nobody measures it'),
    promises: datedSchema.optional(),
    run: z
      .object({ by: z.string(), until: z.string().optional() })
      .optional()
      .describe('Who pays for running it, by its catalog file'),
    level: z.int().optional(),
    target: z.int().optional(),
    answers: z
      .array(
        z.object({
          by: entityLinkSchema.optional(),
          value: z.string().describe('`yes`, `no` or `problem`'),
          note: z.string().optional(),
          at: z.string(),
        }),
      )
      .describe('Of those who use it: whether they still do'),
    last: z
      .object({
        heldAt: z.string().optional(),
        decision: z.enum(productDecisions).optional(),
        value: z.string().optional(),
        costBand: z.string().optional(),
        next: z.string().optional(),
        standsAlone: z.boolean().optional(),
        funded: z.boolean().optional(),
      })
      .describe('What was said the last time'),
    points: z.array(reviewPointSchema),
    suggested: z
      .object({
        decision: z.enum(productDecisions),
        because: z.enum(['unused', 'more-users', 'owned-elsewhere']),
      })
      .optional()
      .describe('What the evidence points to'),
    mayTell: z
      .array(z.enum(['value', 'standsAlone', 'funded']))
      .describe('Answers that count when the caller gives them'),
  })
  .meta({ id: 'ReviewProduct' });

/**
 * A goal or bet that a review decides on.
 *
 * @public
 */
export const reviewNodeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(nodeKinds),
    title: z.string(),
    why: z
      .array(z.enum(['date', 'stop-ready', 'hints']))
      .describe('Empty: it was decided in this review, and nothing is left'),
    reviewAt: z.string().optional(),
    decided: z.enum(decisionTypes).optional().describe('In this review'),
  })
  .meta({ id: 'ReviewNode' });

/**
 * What changed in a domain since its last review.
 *
 * @public
 */
export const reviewChangesSchema = z
  .object({
    levels: z.array(resultChangeSchema).describe('The newest 50'),
    levelsTotal: z.int(),
    readings: z
      .array(
        z.object({
          nodeId: z.string(),
          node: z.string().describe('Its title'),
          measureId: z.string(),
          measure: z.string().describe('Its name'),
          unit: z.string(),
          before: z.number().optional().describe('The last value before'),
          now: z.number(),
          date: z.string(),
          count: z.int().describe('How many readings came'),
        }),
      )
      .describe('By measure'),
    decisions: z.array(
      z.object({
        nodeId: z.string(),
        node: z.string().describe('Its title'),
        kind: z.enum(nodeKinds),
        date: z.string(),
        type: z.enum(decisionTypes),
        reason: z.string(),
      }),
    ),
    nodes: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(nodeKinds),
          title: z.string(),
          what: z.enum(['added', 'changed', 'deleted']),
          at: z.string().describe('The last time'),
        }),
      )
      .describe('Goals, bets and initiatives'),
  })
  .meta({ id: 'ReviewChanges' });

/**
 * What a review goes through.
 *
 * @public
 */
export const reviewAgendaSchema = z
  .object({
    since: z.string().describe('The day from which on changes are told'),
    isFirst: z.boolean().describe('There was no review of the domain before'),
    changes: reviewChangesSchema,
    products: z.array(reviewProductSchema).describe('Those that are due first'),
    ownership: z.array(reviewPointSchema).describe('The most urgent first'),
    nodes: z.array(reviewNodeSchema),
  })
  .meta({ id: 'ReviewAgenda' });

/**
 * A review with what it goes through, while it is open, and its minutes.
 *
 * @public
 */
export const reviewInFullSchema = z
  .object({
    review: reviewSchema,
    agenda: reviewAgendaSchema.optional().describe('While it is open'),
    minutes: z
      .string()
      .optional()
      .describe('Markdown; of an open review as they would be now'),
    isPartial: z
      .literal(true)
      .optional()
      .describe('What the caller may not see is left out of the minutes'),
  })
  .meta({ id: 'ReviewInFull' });

/** @public */
export const reviewListSchema = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          domain: entityLinkSchema,
          startedAt: z.string(),
          closedAt: z.string().optional(),
          closedBy: entityLinkSchema.optional(),
          participants: z.array(entityLinkSchema),
          products: z.int().describe('About which something was said'),
          decisions: z.int().describe('On goals and bets'),
        }),
      )
      .describe('Closed ones, the newest first'),
    nextCursor: z.string().optional(),
    mayHold: z
      .array(
        z.object({
          domain: entityLinkSchema,
          open: z
            .object({ id: z.string(), startedAt: z.string() })
            .optional()
            .describe('The review that is under way'),
        }),
      )
      .describe('Domains whose reviews the caller may hold'),
  })
  .meta({ id: 'ReviewList' });

/** @public */
export const reviewsQuerySchema = z
  .object({
    domain: ref.optional().describe('Reviews of this domain'),
    cursor: z.string().max(2000).optional(),
    limit: limitSchema,
  })
  .meta({ id: 'ReviewsQuery' });

/** @public */
export const newReviewSchema = z
  .strictObject({ domain: ref })
  .meta({ id: 'NewReview' });

/**
 * What of a review is to be another.
 *
 * @public
 */
export const reviewChangeSchema = z
  .strictObject({
    version: z.int().describe('The version that was read'),
    participants: z.array(ref).max(50).optional().describe('Refs of users'),
    notes: z.string().trim().max(10_000).optional(),
  })
  .meta({ id: 'ReviewChange' });

/** @public */
export const reviewEndSchema = z
  .strictObject({ version: z.int().describe('The version that was read') })
  .meta({ id: 'ReviewEnd' });

/** @public */
export type ProductDecision = (typeof productDecisions)[number];
/** @public */
export type ReviewState = (typeof reviewStates)[number];
/** @public */
export type ProductSayingRequest = z.input<typeof productSayingRequestSchema>;
/** @public */
export type UnheardAnswer = z.output<typeof unheardAnswerSchema>;
/** @public */
export type ProductSaying = z.output<typeof productSayingSchema>;
/** @public */
export type Review = z.output<typeof reviewSchema>;
/** @public */
export type ReviewPoint = z.output<typeof reviewPointSchema>;
/** @public */
export type ReviewProduct = z.output<typeof reviewProductSchema>;
/** @public */
export type ReviewNode = z.output<typeof reviewNodeSchema>;
/** @public */
export type ReviewChanges = z.output<typeof reviewChangesSchema>;
/** @public */
export type ReviewAgenda = z.output<typeof reviewAgendaSchema>;
/** @public */
export type ReviewInFull = z.output<typeof reviewInFullSchema>;
/** @public */
export type ReviewList = z.output<typeof reviewListSchema>;
/** @public */
export type ReviewsQuery = Partial<z.output<typeof reviewsQuerySchema>>;
/** @public */
export type NewReview = z.input<typeof newReviewSchema>;
/** @public */
export type ReviewChange = z.input<typeof reviewChangeSchema>;
/** @public */
export type ReviewEnd = z.input<typeof reviewEndSchema>;
