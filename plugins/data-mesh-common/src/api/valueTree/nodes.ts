import { z } from 'zod';
import { ref, text } from '../texts';

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

/** @public */
export type NodeKind = (typeof nodeKinds)[number];
/** @public */
export type NodeState = (typeof nodeStates)[number];
/** @public */
export type Stance = (typeof stances)[number];
/** @public */
export type NodeFields = z.output<typeof nodeFieldsSchema>;
