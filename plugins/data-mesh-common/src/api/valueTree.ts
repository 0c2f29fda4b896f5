import { z } from 'zod';
import {
  checkInSchema,
  measureSchema,
  measureStatuses,
  newMeasureSchema,
} from './measures';
import { entityLinkSchema } from './products';
import { limitSchema } from './query';

/**
 * What nodes of the value tree are: a vision is served by goals, a goal by
 * goals and bets, a bet by initiatives.
 *
 * @public
 */
export const nodeKinds = ['vision', 'goal', 'bet', 'initiative'] as const;

/**
 * - vision and goal: `proposed`, `active`, `achieved`, `dropped`
 * - bet: `proposed`, `active`, `stop-ready`, `stopped`, `succeeded`
 * - initiative: `proposed`, `active`, `stopped`, `succeeded`
 *
 * @public
 */
export const nodeStates = [
  'proposed',
  'active',
  'stop-ready',
  'stopped',
  'succeeded',
  'achieved',
  'dropped',
] as const;

/**
 * How sure a bet is: explore what might work, exploit what works, sustain what
 * has to go on.
 *
 * @public
 */
export const stances = ['explore', 'exploit', 'sustain'] as const;

/** @public */
export const backlogProviders = ['github', 'gitlab', 'jira', 'url'] as const;

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

const ref = z.string().trim().min(1).max(300);
const text = (most: number) => z.string().trim().min(1).max(most);
/**
 * The id of a node or measure: letters, digits, `-`, `_` and `.`.
 *
 * @public
 */
export const treeIdSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,
    'It has to begin with a letter or digit, and to have at most 63 letters, digits, “-”, “_” and “.”',
  );

/**
 * What a person says of a node. Which fields a node has depends on its kind,
 * see `fieldsOfKind`.
 *
 * @public
 */
export const nodeFieldsSchema = z
  .strictObject({
    title: text(400).describe(
      'What a vision states, a goal reaches, a bet supposes, an initiative does',
    ),
    description: text(4000).optional(),
    domain: ref
      .optional()
      .describe('Of a goal or vision; absent: of the whole company'),
    owner: ref.optional().describe('A group, or a user'),
    sponsor: ref.optional().describe('A user'),
    contributors: z
      .array(z.strictObject({ role: text(100), ref }))
      .max(20)
      .optional(),
    horizon: text(100).optional().describe('Such as `3 years` or `2028`'),
    valueDriver: text(100).optional(),
    mandatory: z.boolean().optional().describe('Asked for by law or contract'),
    reviewEveryDays: z.int().min(1).max(730).optional(),
    helpWanted: text(1000).optional().describe('Tells the sponsor'),
    hypothesis: text(2000)
      .optional()
      .describe('We believe ... will ... because ...; we will know when ...'),
    benefit: z.enum(['opportunity', 'capability']).optional(),
    stance: z.enum(stances).optional(),
    rank: z.int().min(1).max(1000).optional().describe('1 is worth most'),
    budget: text(100).optional().describe('A band, in words'),
    reviewAt: z.iso.date().optional().describe('When it is decided on next'),
    stopRule: text(1000).optional().describe('We stop if ...'),
    useCases: z.array(text(200)).max(20).optional(),
    thinSlice: text(1000).optional().describe('What is tried first'),
    teams: z
      .array(ref)
      .max(10)
      .optional()
      .describe('Groups that work on it besides its owner'),
    start: z.iso.date().optional(),
    end: z.iso.date().optional(),
    learning: text(4000).optional().describe('What was learnt from it'),
  })
  .meta({ id: 'NodeFields' });

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
 * A data product that a node is linked to.
 *
 * @public
 */
export const linkedProductSchema = entityLinkSchema
  .extend({
    from: z
      .array(z.enum(['tree', 'catalog']))
      .describe('Where the link is kept: here, or in `spec.initiatives`'),
    linkId: z.string().optional().describe('Of the link that is kept here'),
    domain: entityLinkSchema.optional(),
    level: z.int().optional(),
    target: z.int().optional(),
    meetsTarget: z.boolean().optional(),
  })
  .meta({ id: 'LinkedProduct' });

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

/**
 * An item of a team's backlog that a node is linked to.
 *
 * @public
 */
export const backlogItemSchema = z
  .object({
    linkId: z.string(),
    provider: z.enum(backlogProviders),
    ref: z.string().describe('Such as `alvenro/orders#41` or `PAT-88`'),
    url: z.string().optional(),
    title: z.string().optional().describe('As last seen'),
    state: z.enum(['open', 'done']).optional().describe('As last seen'),
    seenAt: z.string().optional().describe('When it was last seen'),
    problem: z.string().optional().describe('Why it could not be seen'),
  })
  .meta({ id: 'BacklogItem' });

/** @public */
export const linkedComponentSchema = entityLinkSchema
  .extend({ linkId: z.string() })
  .meta({ id: 'LinkedComponent' });

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

/**
 * Links a node to a catalog entity or to a backlog item.
 *
 * @public
 */
export const linkRequestSchema = z
  .union([
    z.strictObject({ entityRef: ref }),
    z.strictObject({
      provider: z.enum(backlogProviders),
      ref: text(300),
      title: text(300).optional(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .optional(),
    }),
  ])
  .meta({ id: 'LinkRequest' });

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
export type NodeKind = (typeof nodeKinds)[number];
/** @public */
export type NodeState = (typeof nodeStates)[number];
/** @public */
export type Stance = (typeof stances)[number];
/** @public */
export type BacklogProvider = (typeof backlogProviders)[number];
/** @public */
export type DecisionType = (typeof decisionTypes)[number];
/** @public */
export type NodeFields = z.output<typeof nodeFieldsSchema>;
/** @public */
export type RollUp = z.output<typeof rollUpSchema>;
/** @public */
export type Hint = z.output<typeof hintSchema>;
/** @public */
export type LinkedProduct = z.output<typeof linkedProductSchema>;
/** @public */
export type OverdueReading = z.output<typeof overdueReadingSchema>;
/** @public */
export type TreeNode = z.output<typeof treeNodeSchema>;
/** @public */
export type ValueTree = z.output<typeof valueTreeSchema>;
/** @public */
export type ValueTreeQuery = Partial<z.output<typeof valueTreeQuerySchema>>;
/** @public */
export type Decision = z.output<typeof decisionSchema>;
/** @public */
export type BacklogItem = z.output<typeof backlogItemSchema>;
/** @public */
export type ValueNode = z.output<typeof valueNodeSchema>;
/** @public */
export type NewNode = z.input<typeof newNodeSchema>;
/** @public */
export type NodeChange = z.input<typeof nodeChangeSchema>;
/** @public */
export type NodeMove = z.input<typeof nodeMoveSchema>;
/** @public */
export type StateChange = z.input<typeof stateChangeSchema>;
/** @public */
export type DecisionRequest = z.input<typeof decisionRequestSchema>;
/** @public */
export type LinkRequest = z.input<typeof linkRequestSchema>;
/** @public */
export type NodeVersion = z.output<typeof nodeVersionSchema>;
/** @public */
export type NodeHistory = z.output<typeof nodeHistorySchema>;
/** @public */
export type NodeHistoryQuery = Partial<z.output<typeof nodeHistoryQuerySchema>>;
