import {
  confidences,
  measureClasses,
  measureDirections,
  measureStatuses,
  measureTimings,
  nodeKinds,
  nodeStates,
  stances,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { entityLink, Zod } from './schemas';

// As in schemas.ts, what the HTTP API says is restated for zod 3.

const datedValue = (z: Zod) =>
  z.object({
    value: z.number().min(-1e15).max(1e15),
    date: z.string().date(),
  });

function target(z: Zod) {
  const value = () => z.number().min(-1e15).max(1e15).optional();
  return z.object({
    date: z.string().date(),
    value: value(),
    from: value(),
    to: value(),
    tolerance: value().describe(
      'How far outside the range is no progress at all; half the width of the range if absent',
    ),
  });
}

export function standing(z: Zod) {
  return z.object({
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
    current: datedValue(z)
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
  });
}

export function measure(z: Zod) {
  return z.object({
    name: z.string().min(1).max(200),
    class: z.enum(measureClasses),
    timing: z.enum(measureTimings),
    direction: z.enum(measureDirections),
    unit: z.string().max(50).describe('Such as `h`, `%` or `days`'),
    baseline: datedValue(z).optional(),
    target: target(z).optional(),
    checkpoints: z
      .array(datedValue(z))
      .max(20)
      .optional()
      .describe('Values to be at on the way, by rising dates'),
    cadenceDays: z
      .number()
      .int()
      .min(1)
      .max(730)
      .describe('Every how many days it is to be read'),
    primary: z.boolean().describe('The one that tells how its node stands'),
    source: z
      .string()
      .max(500)
      .optional()
      .describe('Where readings come from: `manual`, a query, a dashboard'),
    scale: z
      .array(z.string().min(1).max(200))
      .min(2)
      .max(10)
      .optional()
      .describe('What 1, 2, 3 ... mean, for what is judged and not counted'),
    id: z.string(),
    nodeId: z.string(),
    owner: entityLink(z).optional(),
    version: z.number().int(),
    standing: standing(z),
    may: z.array(z.enum(['edit', 'check-in'])),
  });
}

function hint(z: Zod) {
  return z.object({
    code: z.string().describe('Such as `goal-without-bet`'),
    node: z.string().optional().describe('Id of the node that it is about'),
    measure: z.string().optional().describe('Id of the measure it is about'),
    product: entityLink(z).optional(),
    domain: entityLink(z)
      .optional()
      .describe(
        'The domain that it is about, of its product, or that is served as well',
      ),
    value: z
      .union([z.string(), z.number()])
      .optional()
      .describe('What was found: a number, a date, a word'),
    isNews: z.literal(true).optional().describe('Good news: nothing to mend'),
  });
}

function rollUp(z: Zod) {
  return z.object({
    own: z.enum(measureStatuses).optional().describe('Of its primary measure'),
    worst: z
      .enum(measureStatuses)
      .optional()
      .describe('The worst of its children’s primary measures'),
    counts: z
      .record(z.enum(measureStatuses), z.number().int())
      .describe('Of its children’s primary measures'),
  });
}

function linkedProduct(z: Zod) {
  return entityLink(z).extend({
    from: z
      .array(z.enum(['tree', 'catalog']))
      .describe('Where the link is kept: here, or in `spec.initiatives`'),
    linkId: z.string().optional().describe('Of the link that is kept here'),
    domain: entityLink(z).optional(),
    level: z.number().int().optional(),
    target: z.number().int().optional(),
    meetsTarget: z.boolean().optional(),
  });
}

function treeNode(z: Zod) {
  return z.object({
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
    domain: entityLink(z)
      .optional()
      .describe('Its own, or that of the nearest node above it'),
    owner: entityLink(z).optional(),
    sponsor: entityLink(z).optional(),
    stance: z.enum(stances).optional(),
    rank: z.number().int().optional(),
    mandatory: z.boolean().optional(),
    helpWanted: z.string().optional(),
    reviewAt: z.string().optional(),
    stopRule: z.string().optional(),
    useCases: z.array(z.string()).optional(),
    primary: measure(z).optional().describe('Its primary measure'),
    measures: z.number().int().describe('How many it has'),
    toRead: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          dueAt: z.string().describe('The day of the reading that is missing'),
          isStale: z
            .literal(true)
            .optional()
            .describe('The last one is too old to tell how the measure stands'),
        }),
      )
      .optional()
      .describe(
        'Its measures whose next reading was due before that day; of what is closed, and of what is reached, none',
      ),
    rollUp: rollUp(z),
    hints: z.array(hint(z)),
    products: z.array(linkedProduct(z)),
    withoutProduct: z
      .literal(true)
      .optional()
      .describe(
        'A goal or bet that is being worked on: no data product is linked to it, nor to what is open below it',
      ),
    backlog: z.number().int().describe('How many backlog items are linked'),
    managedBy: z
      .string()
      .optional()
      .describe('The document in Git that owns its wording and place'),
    version: z.number().int(),
    may: z.array(z.enum(['edit', 'decide', 'add', 'move', 'delete', 'link'])),
  });
}

export function valueTree(z: Zod) {
  return z.object({
    day: z.string().describe('The UTC day that it was computed for'),
    nodes: z.array(treeNode(z)),
    hints: z
      .array(hint(z))
      .describe('About products and domains, not about a node'),
    mayAdd: z
      .array(z.enum(nodeKinds))
      .describe('What the caller may add at the top'),
  });
}

export function valueTreeQuery(z: Zod) {
  const ref = () => z.string().min(1).max(300).optional();
  return z.object({
    domain: ref().describe('Nodes of this domain'),
    product: ref().describe(
      'Nodes that this data product leads to, up to the vision',
    ),
    root: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/)
      .optional()
      .describe('This node and what is below it'),
    depth: z.number().int().min(0).max(100).optional(),
  });
}

export function checkInRequest(z: Zod) {
  return z.object({
    measureId: z
      .string()
      .min(1)
      .max(63)
      .describe('Id of the measure, as the goals actions give it'),
    date: z.string().date().describe('The day it was so, not in the future'),
    value: z.number().min(-1e15).max(1e15),
    confidence: z.enum(confidences).optional(),
    note: z.string().max(1000).optional(),
    link: z.string().url().max(2000).optional(),
    supersedes: z.string().max(100).optional(),
  });
}

export function checkInResponse(z: Zod) {
  return z.object({
    checkIn: z.object({
      id: z.string(),
      measureId: z.string(),
      date: z.string().describe('The day it was so'),
      value: z.number(),
      confidence: z.enum(confidences).optional(),
      note: z.string().optional(),
      link: z.string().optional().describe('Where it can be seen'),
      by: entityLink(z).optional().describe('Absent for a service'),
      at: z.string().describe('When it was told'),
      supersededBy: z
        .string()
        .optional()
        .describe('The check-in that took its place'),
    }),
    measure: measure(z),
  });
}
