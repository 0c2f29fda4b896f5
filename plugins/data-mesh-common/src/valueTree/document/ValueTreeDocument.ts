import { z } from 'zod';
import {
  backlogProviders,
  checkInRequestSchema,
  decisionTypes,
  MeasureFields,
  measureFieldsSchema,
  NodeFields,
  nodeFieldsSchema,
  NodeKind,
  nodeKinds,
  NodeState,
  treeIdSchema,
} from '../../api';
import { API_GROUP } from '../../apiGroup';
import { fieldsOfKind, parentKinds, statesOfKind } from '../kinds';
import { refSchema } from './refSchema';

/** What a file says that holds a value tree. */
export const documentHead = {
  apiVersion: `${API_GROUP}/v1alpha1`,
  kind: 'ValueTree',
} as const;

/** The key of a list of nodes of a kind. */
export function listKey(kind: NodeKind): `${NodeKind}s` {
  return `${kind}s`;
}

/** What kinds of nodes are listed inside of a node, in this order. */
export function childKinds(kind: NodeKind): readonly NodeKind[] {
  return nodeKinds.filter(child => parentKinds[child].includes(kind));
}

const userOrGroup = refSchema('user', ['group']);
const groupOrUser = refSchema('group', ['user']);
const text = (most: number) => z.string().trim().min(1).max(most);

/**
 * A reading as it is written in a document.
 *
 * @public
 */
export const documentCheckInSchema = checkInRequestSchema
  .omit({ supersedes: true })
  .extend({ by: userOrGroup.optional() });

export const documentMeasureSchema = measureFieldsSchema.extend({
  id: treeIdSchema,
  primary: z.boolean().default(false),
  owner: groupOrUser.optional(),
  checkIns: z.array(documentCheckInSchema).max(5000).default([]),
});

const citedMeasureSchema = z.strictObject({
  id: treeIdSchema,
  name: text(200),
  text: z.string().max(1000),
});

/**
 * A decision as it is written in a document.
 *
 * @public
 */
export const documentDecisionSchema = z.strictObject({
  date: z.iso.date(),
  type: z.enum(decisionTypes),
  reason: text(2000),
  learning: text(4000).optional(),
  measures: z.array(citedMeasureSchema).max(20).optional(),
  participants: z.array(userOrGroup).max(50).optional(),
  by: userOrGroup.optional(),
});

/**
 * A backlog item as it is written in a document.
 *
 * @public
 */
export const documentBacklogItemSchema = z.strictObject({
  provider: z.enum(backlogProviders),
  ref: text(300),
  title: text(300).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  state: z.enum(['open', 'done']).optional(),
  seenAt: z.iso.date().optional(),
});

const fieldsSchema = nodeFieldsSchema.extend({
  domain: refSchema('domain', []).optional(),
  owner: groupOrUser.optional(),
  sponsor: userOrGroup.optional(),
  contributors: z
    .array(z.strictObject({ role: text(100), ref: userOrGroup }))
    .max(20)
    .optional(),
  teams: z.array(groupOrUser).max(10).optional(),
});

/** Of a node without its measures and children, which are read one by one. */
export function documentNodeSchema(kind: NodeKind) {
  const picked = Object.fromEntries(fieldsOfKind[kind].map(key => [key, true]));
  return fieldsSchema.pick(picked as { title: true }).extend({
    id: treeIdSchema,
    state: z.enum(statesOfKind[kind]).optional(),
    decisions: z.array(documentDecisionSchema).max(500).default([]),
    products: z.array(refSchema('dataproduct', [])).max(500).default([]),
    components: z.array(refSchema('component')).max(500).default([]),
    backlog: z.array(documentBacklogItemSchema).max(500).default([]),
  });
}

/**
 * A reading of a measure as a document has it.
 *
 * @public
 */
export type DocumentCheckIn = z.output<typeof documentCheckInSchema>;

/**
 * What was decided on a node, as a document has it.
 *
 * @public
 */
export type DocumentDecision = z.output<typeof documentDecisionSchema>;

/**
 * An item of a backlog as a document has it.
 *
 * @public
 */
export type DocumentBacklogItem = z.output<typeof documentBacklogItemSchema>;

/**
 * A measure as a document has it.
 *
 * @public
 */
export interface DocumentMeasure {
  id: string;
  fields: MeasureFields;
  checkIns: readonly DocumentCheckIn[];
}

/**
 * A node as a document has it.
 *
 * @public
 */
export interface DocumentNode {
  id: string;
  kind: NodeKind;
  /** In this document or not. */
  parentId?: string;
  /** Absent: as it is; `proposed` where it is new. */
  state?: NodeState;
  /** Refs are full, in lower case. */
  fields: NodeFields;
  measures: readonly DocumentMeasure[];
  decisions: readonly DocumentDecision[];
  /** Full refs of data products. */
  products: readonly string[];
  /** Full refs of what else of the catalog it is linked to. */
  components: readonly string[];
  backlog: readonly DocumentBacklogItem[];
}

/**
 * A value tree, or a part of one, as a file holds it.
 *
 * @public
 */
export interface ValueTreeDocument {
  /** What the document is called. */
  name: string;
  /** Parents before children, siblings in their order. */
  nodes: readonly DocumentNode[];
}
