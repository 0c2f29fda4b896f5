import { z } from 'zod';
import { measureSchema, measureStatuses } from '../measures';
import { entityLinkSchema } from '../products';
import { ref } from '../texts';
import { linkedProductSchema } from './links';
import { nodeKinds, nodeStates, stances, treeIdSchema } from './nodes';

/**
 * How the measures of a node and below it stand.
 *
 * @public
 */
export const rollUpSchema = z
  .object({
    own: z.enum(measureStatuses).optional().describe('Of its primary measure'),
    worst: z
      .enum(measureStatuses)
      .optional()
      .describe('The worst of its children’s primary measures'),
    counts: z
      .partialRecord(z.enum(measureStatuses), z.int())
      .describe('Of its children’s primary measures'),
  })
  .meta({ id: 'RollUp' });

/**
 * Something about a node that deserves a look, with a way to mend it.
 *
 * @public
 */
export const hintSchema = z
  .object({
    code: z.string().describe('Such as `goal-without-bet`'),
    node: z.string().optional().describe('Id of the node that it is about'),
    measure: z.string().optional().describe('Id of the measure it is about'),
    product: entityLinkSchema.optional(),
    domain: entityLinkSchema
      .optional()
      .describe(
        'The domain that it is about, of its product, or that is served as well',
      ),
    value: z
      .union([z.string(), z.number()])
      .optional()
      .describe('What was found: a number, a date, a word'),
    isNews: z.literal(true).optional().describe('Good news: nothing to mend'),
  })
  .meta({ id: 'Hint' });

/**
 * A measure that is to be read again.
 *
 * @public
 */
export const overdueReadingSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    dueAt: z.string().describe('The day of the reading that is missing'),
    isStale: z
      .literal(true)
      .optional()
      .describe('The last one is too old to tell how the measure stands'),
  })
  .meta({ id: 'OverdueReading' });

const nodeActs = z.array(
  z.enum(['edit', 'decide', 'add', 'move', 'delete', 'link']),
);

/**
 * A node as a row of the tree.
 *
 * @public
 */
export const treeNodeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(nodeKinds),
    parentId: z
      .string()
      .optional()
      .describe('Absent at the top, and where the parent may not be seen'),
    isAdrift: z
      .literal(true)
      .optional()
      .describe('The parent it was made under is gone'),
    title: z.string(),
    state: z.enum(nodeStates),
    domain: entityLinkSchema
      .optional()
      .describe('Its own, or that of the nearest node above it'),
    owner: entityLinkSchema.optional(),
    sponsor: entityLinkSchema.optional(),
    stance: z.enum(stances).optional(),
    rank: z.int().optional(),
    mandatory: z.boolean().optional(),
    helpWanted: z.string().optional(),
    reviewAt: z.string().optional(),
    stopRule: z.string().optional(),
    useCases: z.array(z.string()).optional(),
    primary: measureSchema.optional().describe('Its primary measure'),
    measures: z.int().describe('How many it has'),
    toRead: z
      .array(overdueReadingSchema)
      .optional()
      .describe(
        'Its measures whose next reading was due before that day; of what is closed, and of what is reached, none',
      ),
    rollUp: rollUpSchema,
    hints: z.array(hintSchema),
    products: z.array(linkedProductSchema),
    withoutProduct: z
      .literal(true)
      .optional()
      .describe(
        'A goal or bet that is being worked on: no data product is linked to it, nor to what is open below it',
      ),
    backlog: z.int().describe('How many backlog items are linked'),
    managedBy: z
      .string()
      .optional()
      .describe('The document in Git that owns its wording and place'),
    version: z.int(),
    may: nodeActs,
  })
  .meta({ id: 'TreeNode' });

/**
 * A part of the value tree: parents before children, siblings in their order.
 *
 * @public
 */
export const valueTreeSchema = z
  .object({
    day: z.string().describe('The UTC day that it was computed for'),
    nodes: z.array(treeNodeSchema),
    hints: z
      .array(hintSchema)
      .describe('About products and domains, not about a node'),
    mayAdd: z
      .array(z.enum(nodeKinds))
      .describe('What the caller may add at the top'),
  })
  .meta({ id: 'ValueTree' });

/**
 * Which part of the tree is wanted; several narrow further. What is above is
 * always there too.
 *
 * @public
 */
export const valueTreeQuerySchema = z
  .object({
    domain: ref.optional().describe('Nodes of this domain'),
    product: ref
      .optional()
      .describe('Nodes that this data product leads to, up to the vision'),
    root: treeIdSchema.optional().describe('This node and what is below it'),
    depth: z.coerce.number().int().min(0).max(100).optional(),
  })
  .meta({ id: 'ValueTreeQuery' });

/** @public */
export type RollUp = z.output<typeof rollUpSchema>;
/** @public */
export type Hint = z.output<typeof hintSchema>;
/** @public */
export type OverdueReading = z.output<typeof overdueReadingSchema>;
/** @public */
export type TreeNode = z.output<typeof treeNodeSchema>;
/** @public */
export type ValueTree = z.output<typeof valueTreeSchema>;
/** @public */
export type ValueTreeQuery = Partial<z.output<typeof valueTreeQuerySchema>>;
