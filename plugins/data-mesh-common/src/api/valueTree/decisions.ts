import { z } from 'zod';
import { entityLinkSchema } from '../products';
import { ref, text } from '../texts';
import { treeIdSchema } from './nodes';

/**
 * What a review decides about a node.
 *
 * @public
 */
export const decisionTypes = [
  'start',
  'continue',
  'stop',
  'rescope',
  'double-down',
] as const;

/**
 * What a review decided about a node.
 *
 * @public
 */
export const decisionSchema = z
  .object({
    id: z.string(),
    nodeId: z.string(),
    reviewId: z.string().optional(),
    date: z.string(),
    type: z.enum(decisionTypes),
    reason: z.string(),
    learning: z.string().optional(),
    measures: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          text: z.string().describe('How it stood'),
        }),
      )
      .describe('Measures that were cited, as they stood'),
    participants: z.array(entityLinkSchema),
    by: entityLinkSchema.optional(),
    at: z.string(),
  })
  .meta({ id: 'Decision' });

/** @public */
export const decisionRequestSchema = z
  .strictObject({
    version: z.int().describe('The version of the node that was read'),
    type: z.enum(decisionTypes),
    reason: text(2000),
    learning: text(4000).optional().describe('Asked for by `stop`'),
    measures: z.array(treeIdSchema).max(20).optional(),
    participants: z.array(ref).max(50).optional(),
    reviewAt: z.iso.date().optional().describe('When it is decided on next'),
    reviewId: z.string().max(100).optional(),
  })
  .meta({ id: 'DecisionRequest' });

/** @public */
export type DecisionType = (typeof decisionTypes)[number];
/** @public */
export type Decision = z.output<typeof decisionSchema>;
/** @public */
export type DecisionRequest = z.input<typeof decisionRequestSchema>;
