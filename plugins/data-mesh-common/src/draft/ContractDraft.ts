import { z } from 'zod';

/**
 * The logical types of ODCS that a field may have.
 *
 * @public
 */
export const fieldTypes = [
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'time',
  'timestamp',
  'object',
  'array',
] as const;

const name = z.string().trim().min(1).max(255);
const words = z.string().trim().max(2000).optional();

/**
 * A field of a contract that is being drafted, as far as it is known.
 *
 * @public
 */
export type FieldDraft = {
  name: string;
  type: (typeof fieldTypes)[number];
  /** As the store calls it, for example `NUMBER(38,0)`. */
  physicalType?: string;
  description?: string;
  required?: boolean;
  unique?: boolean;
  primaryKey?: boolean;
  classification?: string;
  /** Of an object, or of the objects in an array. */
  fields?: FieldDraft[];
  /** Of an array of plain values. */
  itemType?: (typeof fieldTypes)[number];
};

/** @public */
export const fieldDraftSchema: z.ZodType<FieldDraft> = z
  .object({
    name,
    type: z.enum(fieldTypes),
    physicalType: z.string().trim().max(255).optional(),
    description: words,
    required: z.boolean().optional(),
    unique: z.boolean().optional(),
    primaryKey: z.boolean().optional(),
    classification: z.string().trim().max(255).optional(),
    get fields() {
      return z.array(fieldDraftSchema).optional();
    },
    itemType: z.enum(fieldTypes).optional(),
  })
  .meta({ id: 'FieldDraft' });

/**
 * A table, topic, view or file of a contract that is being drafted.
 *
 * @public
 */
export const contractObjectDraftSchema = z
  .object({
    name,
    physicalName: z
      .string()
      .trim()
      .max(255)
      .optional()
      .describe('The name in the store, where it differs'),
    physicalType: z
      .string()
      .trim()
      .max(255)
      .optional()
      .describe('For example table, view, topic, file'),
    description: words,
    fields: z.array(fieldDraftSchema).max(2000),
  })
  .meta({ id: 'ContractObjectDraft' });

/** @public */
export type ContractObjectDraft = z.output<typeof contractObjectDraftSchema>;

/**
 * What a contract can be started from.
 *
 * @public
 */
export const contractSourceFormats = ['sql', 'csv', 'json', 'dbt'] as const;

/** @public */
export type ContractSourceFormat = (typeof contractSourceFormats)[number];

/**
 * The most characters of a source that are read.
 *
 * @public
 */
export const MAX_CONTRACT_SOURCE_LENGTH = 200_000;

/**
 * A text that a contract can be started from: a `CREATE TABLE`, a CSV header
 * with a few rows, a JSON sample, or the YAML of dbt models.
 *
 * @public
 */
export const contractSourceSchema = z
  .object({
    format: z.enum(contractSourceFormats),
    text: z.string().max(MAX_CONTRACT_SOURCE_LENGTH),
    dialect: z
      .string()
      .max(50)
      .optional()
      .describe('Of SQL; found out where it is left out'),
  })
  .meta({ id: 'ContractSource' });

/** @public */
export type ContractSource = z.output<typeof contractSourceSchema>;

/**
 * What was read from a {@link ContractSource}, and what could not be.
 *
 * @public
 */
export const contractSourceReadingSchema = z
  .object({
    objects: z.array(contractObjectDraftSchema),
    notRead: z
      .array(
        z.object({
          message: z.string().describe('What was left out, and what to do'),
          line: z.int().optional().describe('From 1'),
        }),
      )
      .describe('In the order of the text'),
    dialect: z.string().optional().describe('Of SQL: the one that it is in'),
  })
  .meta({ id: 'ContractSourceReading' });

/** @public */
export type ContractSourceReading = z.output<
  typeof contractSourceReadingSchema
>;
