import { z } from 'zod';
import { entityLinkSchema } from '../products';
import { limitSchema } from '../query';
import { nodeStates } from './nodes';

/**
 * What a node or one of its measures said, and who changed it.
 *
 * @public
 */
export const nodeVersionSchema = z
  .object({
    at: z.string(),
    by: entityLinkSchema.optional(),
    action: z.string().describe('Such as `edited`, `moved`, `stopped`'),
    measure: z.string().optional().describe('Id of the measure it is about'),
    version: z.int(),
    state: z.enum(nodeStates).optional(),
    parentId: z.string().optional(),
    fields: z
      .record(z.string(), z.unknown())
      .describe('All that it said from then on'),
    changed: z.array(z.string()).describe('Fields that were another before'),
  })
  .meta({ id: 'NodeVersion' });

/** @public */
export const nodeHistorySchema = z
  .object({
    items: z.array(nodeVersionSchema).describe('The newest first'),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'NodeHistory' });

/** @public */
export const nodeHistoryQuerySchema = z
  .object({
    at: z.iso.date().optional().describe('Only what it said on that day'),
    cursor: z.string().max(2000).optional(),
    limit: limitSchema,
  })
  .meta({ id: 'NodeHistoryQuery' });

/** @public */
export type NodeVersion = z.output<typeof nodeVersionSchema>;
/** @public */
export type NodeHistory = z.output<typeof nodeHistorySchema>;
/** @public */
export type NodeHistoryQuery = Partial<z.output<typeof nodeHistoryQuerySchema>>;
