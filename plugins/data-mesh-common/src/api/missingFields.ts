import { z } from 'zod';
import { fillableFields, wordFields, WordField } from '../missingFields';
import { facetValueSchema } from './products';
import { limitSchema, valuesSchema } from './query';

/**
 * For how many products one request may ask for patches.
 *
 * @public
 */
export const MOST_FILLED_PRODUCTS = 200;

const field = z.enum(fillableFields);

/**
 * The query of the sheet, as it comes in a url.
 *
 * @public
 */
export const missingFieldsQuerySchema = z
  .object({
    text: z.string().trim().max(200).optional(),
    domain: valuesSchema.optional().describe('Entity refs of domains'),
    owner: valuesSchema.optional().describe('Entity refs of groups or users'),
    missing: valuesSchema
      .pipe(z.array(field))
      .optional()
      .describe('Products that lack one of these fields'),
    cursor: z.string().max(2000).optional(),
    limit: limitSchema,
  })
  .meta({ id: 'MissingFieldsQuery' });

/**
 * A data product with what its catalog file says.
 *
 * @public
 */
export const sheetRowSchema = z
  .object({
    ref: z.string(),
    title: z.string(),
    fields: z
      .partialRecord(
        field,
        z.object({
          value: z.string().describe('A text, or a full entity ref'),
          title: z.string().optional().describe('Of the entity of the ref'),
        }),
      )
      .describe('Fields that are filled in'),
    missing: z
      .array(field)
      .describe('Fields that are empty, or name what is not in the catalog'),
    hidden: z
      .array(field)
      .describe('Fields that are filled in with what the caller may not see'),
  })
  .meta({ id: 'SheetRow' });

/**
 * A page of the sheet.
 *
 * @public
 */
export const missingFieldsListSchema = z
  .object({
    items: z.array(sheetRowSchema),
    total: z.int().describe('Products that match text and filters'),
    all: z.int().describe('Products the caller may see'),
    words: z
      .record(
        z.enum(Object.keys(wordFields) as [WordField, ...WordField[]]),
        z.array(z.string()),
      )
      .describe('The words for each field that holds one word'),
    facets: z
      .record(z.enum(['domain', 'owner', 'missing']), z.array(facetValueSchema))
      .describe(
        'Each filter counted over what the text and the other filters leave',
      ),
    nextCursor: z.string().optional(),
    prevCursor: z.string().optional(),
  })
  .meta({ id: 'MissingFieldsList' });

/**
 * What is to be filled in, for which products.
 *
 * @public
 */
export const patchesRequestSchema = z
  .strictObject({
    changes: z
      .array(
        z.strictObject({
          entityRef: z.string().trim().min(1).max(300),
          fields: z
            .record(z.string().max(100), z.string().max(2000))
            .describe('Texts by the name of the field'),
        }),
      )
      .min(1)
      .max(MOST_FILLED_PRODUCTS),
  })
  .meta({ id: 'PatchesRequest' });

/**
 * A patch for each repository, and what could not be filled in. The catalog
 * files themselves stay as they are: whoever asked applies the patches.
 *
 * @public
 */
export const patchesResponseSchema = z
  .object({
    patches: z.array(
      z.object({
        repository: z.string().describe('Its name, to show'),
        branch: z.string().optional().describe('The one that was read'),
        url: z.string().optional().describe('Of the repository'),
        fileName: z.string().describe('A name to save the patch under'),
        patch: z
          .string()
          .describe('A unified diff, from the root of the repository'),
        files: z.array(z.string()).describe('Paths in the repository'),
        products: z.array(z.string()).describe('Refs of those it changes'),
      }),
    ),
    problems: z
      .array(
        z.object({
          entityRef: z.string(),
          field: z
            .string()
            .optional()
            .describe('Without it: the whole product'),
          message: z.string(),
        }),
      )
      .describe('What is in no patch, and why'),
  })
  .meta({ id: 'PatchesResponse' });

/** @public */
export type MissingFieldsQuery = Partial<
  z.output<typeof missingFieldsQuerySchema>
>;
/** @public */
export type SheetRow = z.output<typeof sheetRowSchema>;
/** @public */
export type MissingFieldsList = z.output<typeof missingFieldsListSchema>;
/** @public */
export type PatchesRequest = z.input<typeof patchesRequestSchema>;
/** @public */
export type PatchesResponse = z.output<typeof patchesResponseSchema>;
