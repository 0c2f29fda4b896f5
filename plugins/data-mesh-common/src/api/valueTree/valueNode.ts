import { z } from 'zod';
import { checkInSchema, measureSchema } from '../measures';
import { entityLinkSchema } from '../products';
import { decisionSchema } from './decisions';
import { backlogItemSchema, linkedComponentSchema } from './links';
import { nodeFieldsSchema } from './nodes';
import { treeNodeSchema } from './tree';

/**
 * All that is known of a node.
 *
 * @public
 */
export const valueNodeSchema = z
  .object({
    node: treeNodeSchema,
    fields: nodeFieldsSchema.describe('As they are edited'),
    people: z
      .record(z.string(), entityLinkSchema)
      .describe('Names of the entities in the fields, by ref'),
    path: z
      .array(z.object({ id: z.string(), title: z.string() }))
      .describe('What it serves, the vision first'),
    measures: z.array(
      measureSchema.extend({
        checkIns: z
          .array(checkInSchema)
          .describe('The newest 100, the oldest of them first'),
      }),
    ),
    decisions: z.array(decisionSchema).describe('The newest first'),
    backlog: z.array(backlogItemSchema),
    components: z.array(linkedComponentSchema),
  })
  .meta({ id: 'ValueNode' });

/** @public */
export type ValueNode = z.output<typeof valueNodeSchema>;
