import { z } from 'zod';
import { nodeKinds, treeIdSchema } from './valueTree';

/**
 * What a document in Git is to the tree. `managed`: it owns structure, wording
 * and measures of its nodes. `seed`: it is loaded once, from then on the portal
 * owns all.
 *
 * @public
 */
export const valueTreeDocumentModes = ['managed', 'seed'] as const;

/**
 * Why a document is not applied, and where to look.
 *
 * @public
 */
export const valueTreeProblemSchema = z
  .object({
    message: z.string(),
    line: z.int().optional().describe('From 1'),
    column: z.int().optional().describe('From 1'),
    path: z
      .string()
      .optional()
      .describe('Such as `spec.visions[0].goals[1].title`'),
  })
  .meta({ id: 'ValueTreeProblem' });

const plannedSchema = z.object({
  kind: z.enum([...nodeKinds, 'measure']),
  id: z.string(),
  title: z.string().describe('Of a measure: its name'),
});

/**
 * What applying a document would do to the tree, or has done.
 *
 * @public
 */
export const valueTreePlanSchema = z
  .object({
    add: z.array(plannedSchema),
    change: z.array(
      plannedSchema.extend({
        changed: z
          .array(z.string())
          .describe('Fields; also `parent`, `order` and `document`'),
      }),
    ),
    remove: z.array(plannedSchema),
    notTaken: z
      .array(z.string())
      .describe('What is in the document and kept in the portal alone'),
    problems: z
      .array(valueTreeProblemSchema)
      .describe('Why nothing of it can be applied'),
    summary: z
      .string()
      .describe('Such as `3 to add, 1 to change, 0 to remove`'),
  })
  .meta({ id: 'ValueTreePlan' });

/**
 * A document to look at, without writing anything.
 *
 * @public
 */
export const valueTreePlanRequestSchema = z
  .strictObject({
    text: z.string().min(1).max(2_000_000).describe('YAML'),
    mode: z.enum(valueTreeDocumentModes).default('managed'),
    id: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .optional()
      .describe('Of the document it is the next version of; else it is new'),
    takeOver: z
      .boolean()
      .optional()
      .describe(
        'Whether it is handed what it has and the portal keeps; absent: as configured for the document',
      ),
  })
  .meta({ id: 'ValueTreePlanRequest' });

/**
 * How a document that the tree is read from stands.
 *
 * @public
 */
export const valueTreeDocumentSchema = z
  .object({
    id: z.string(),
    mode: z.enum(valueTreeDocumentModes),
    target: z.string().optional().describe('Where it is read from'),
    isConfigured: z
      .boolean()
      .describe('False: it was once, and its nodes are free now'),
    triedAt: z.string().optional().describe('When it was last read'),
    appliedAt: z.string().optional().describe('When its text was last applied'),
    problems: z
      .array(valueTreeProblemSchema)
      .describe('Why it is not in force; what was in force before still is'),
    plan: valueTreePlanSchema.optional().describe('What applying it last did'),
  })
  .meta({ id: 'ValueTreeDocumentStatus' });

/** @public */
export const valueTreeDocumentsSchema = z
  .object({ items: z.array(valueTreeDocumentSchema) })
  .meta({ id: 'ValueTreeDocuments' });

/** @public */
export const valueTreeExportQuerySchema = z
  .object({
    root: treeIdSchema
      .optional()
      .describe('This node and what is below it; absent: all'),
  })
  .meta({ id: 'ValueTreeExportQuery' });

/** @public */
export type ValueTreeDocumentMode = (typeof valueTreeDocumentModes)[number];
/** @public */
export type ValueTreeProblem = z.output<typeof valueTreeProblemSchema>;
/** @public */
export type ValueTreePlan = z.output<typeof valueTreePlanSchema>;
/** @public */
export type ValueTreePlanRequest = z.input<typeof valueTreePlanRequestSchema>;
/** @public */
export type ValueTreeDocumentStatus = z.output<typeof valueTreeDocumentSchema>;
/** @public */
export type ValueTreeDocuments = z.output<typeof valueTreeDocumentsSchema>;
/** @public */
export type ValueTreeExportQuery = z.output<typeof valueTreeExportQuerySchema>;
