import { z } from 'zod';
import { newMeasureSchema } from '../measures';
import { text } from '../texts';
import { nodeFieldsSchema, nodeKinds, nodeStates, treeIdSchema } from './nodes';

/**
 * A node to add, with its first measures.
 *
 * @public
 */
export const newNodeSchema = z
  .strictObject({
    id: treeIdSchema.optional().describe('Made up if absent'),
    kind: z.enum(nodeKinds),
    parentId: treeIdSchema.optional(),
    state: z.enum(['proposed', 'active']).default('proposed'),
    fields: nodeFieldsSchema,
    measures: z.array(newMeasureSchema).max(10).optional(),
  })
  .meta({ id: 'NewNode' });

/**
 * What is to be another; a field that is null is taken away.
 *
 * @public
 */
export const nodeChangeSchema = z
  .strictObject({
    version: z.int().describe('The version that was read'),
    fields: z
      .record(z.string(), z.unknown())
      .describe('Each as in NodeFields, or null'),
  })
  .meta({ id: 'NodeChange' });

/** @public */
export const nodeMoveSchema = z
  .strictObject({
    version: z.int(),
    parentId: treeIdSchema.nullable(),
    before: treeIdSchema
      .optional()
      .describe('The sibling it goes before; else it goes to the end'),
  })
  .meta({ id: 'NodeMove' });

/**
 * Moves a node to another state. Those that close it ask for the learning.
 *
 * @public
 */
export const stateChangeSchema = z
  .strictObject({
    version: z.int(),
    state: z.enum(nodeStates),
    learning: text(4000).optional(),
  })
  .meta({ id: 'StateChange' });

/** @public */
export type NewNode = z.input<typeof newNodeSchema>;
/** @public */
export type NodeChange = z.input<typeof nodeChangeSchema>;
/** @public */
export type NodeMove = z.input<typeof nodeMoveSchema>;
/** @public */
export type StateChange = z.input<typeof stateChangeSchema>;
