import { z } from 'zod';
import { limitSchema, valuesSchema } from './query';

/**
 * A catalog entity as another record names it; it may not exist.
 *
 * @public
 */
export const entityLinkSchema = z
  .object({
    ref: z.string().describe('Full entity ref in lower case'),
    title: z.string().describe('Title, else name, to show'),
    exists: z
      .boolean()
      .describe('False when nothing in the catalog answers to the ref'),
  })
  .meta({ id: 'EntityLink' });

/**
 * Why a product matched the searched text.
 *
 * @public
 */
export const productMatchSchema = z
  .object({
    in: z.enum(['name', 'title', 'purpose', 'tag', 'field']),
    text: z.string().describe('The matching title, tag or contract field'),
    contract: entityLinkSchema.optional().describe('Only for a field'),
  })
  .meta({ id: 'ProductMatch' });

/**
 * A data product as a row of a list.
 *
 * @public
 */
export const productSummarySchema = z
  .object({
    ref: z.string(),
    title: z.string(),
    purpose: z.string().optional(),
    type: z.string().optional(),
    lifecycle: z.string(),
    classification: z.string().optional(),
    version: z.string().optional(),
    domain: entityLinkSchema.optional(),
    owner: entityLinkSchema.optional(),
    productOwner: entityLinkSchema.optional(),
    portTypes: z
      .array(z.string())
      .describe('Types of the output ports that are not deprecated'),
    usedByTeams: z
      .int()
      .describe('Teams other than the owner that use it, directly'),
    usedByOwnTeam: z.boolean(),
    successor: entityLinkSchema.optional(),
    level: z
      .int()
      .optional()
      .describe('Of its maturity, counted from 0; absent until evaluated'),
    target: z
      .int()
      .optional()
      .describe('The level that is asked of it; absent when none is'),
    meetsTarget: z
      .boolean()
      .optional()
      .describe('Whether it reaches the level that is asked of it'),
    matches: z.array(productMatchSchema),
  })
  .meta({ id: 'ProductSummary' });

/**
 * One value of a filter and how many products would be left by it.
 *
 * @public
 */
export const facetValueSchema = z
  .object({ value: z.string(), title: z.string(), count: z.int() })
  .meta({ id: 'FacetValue' });

/**
 * The filters of the product list.
 *
 * @public
 */
export const productFacets = [
  'domain',
  'type',
  'lifecycle',
  'owner',
  'classification',
  'persona',
  'used',
  'level',
  'target',
] as const;

/**
 * The orders of the product list; `match` needs a text.
 *
 * @public
 */
export const productSorts = [
  'match',
  'title',
  'used',
  'level',
  'domain',
] as const;

/**
 * The query of the product list, as it comes in a url.
 *
 * @public
 */
export const productQuerySchema = z
  .object({
    text: z.string().trim().max(200).optional(),
    domain: valuesSchema.optional().describe('Entity refs of domains'),
    type: valuesSchema.optional(),
    lifecycle: valuesSchema.optional(),
    owner: valuesSchema.optional().describe('Entity refs of groups or users'),
    classification: valuesSchema.optional(),
    persona: valuesSchema.optional(),
    used: valuesSchema
      .pipe(z.array(z.enum(['yes', 'no'])))
      .optional()
      .describe('Whether another team uses it'),
    level: valuesSchema.optional().describe('Levels, counted from 0'),
    target: valuesSchema
      .pipe(z.array(z.enum(['yes', 'no'])))
      .optional()
      .describe('Whether it reaches the level that is asked of it'),
    consumer: valuesSchema
      .optional()
      .describe('Products that these groups use, directly'),
    answerable: valuesSchema
      .optional()
      .describe('Products these users own, are product owner or steward of'),
    sort: z.enum(productSorts).optional(),
    cursor: z.string().max(2000).optional(),
    limit: limitSchema,
  })
  .meta({ id: 'ProductQuery' });

/**
 * A page of the product list.
 *
 * @public
 */
export const productListSchema = z
  .object({
    items: z.array(productSummarySchema),
    total: z.int().describe('Products that match text and filters'),
    all: z.int().describe('Products the caller may see'),
    facets: z
      .record(z.enum(productFacets), z.array(facetValueSchema))
      .describe(
        'Each filter counted over what the text and the other filters leave',
      ),
    nextCursor: z.string().optional(),
    prevCursor: z.string().optional(),
  })
  .meta({ id: 'ProductList' });

/**
 * Somebody who uses a product.
 *
 * @public
 */
export const productUserSchema = z
  .object({
    entity: entityLinkSchema.describe('A Group, Component, System or product'),
    team: entityLinkSchema
      .optional()
      .describe('The group that answers for the entity'),
    purpose: z.string().optional(),
    since: z.string().optional(),
    state: z.enum(['active', 'intended']),
    source: z
      .enum(['declared', 'input-port'])
      .describe('Declared in spec.consumers, or read off an input port'),
    through: z
      .array(entityLinkSchema)
      .describe('Empty for direct use, else the products on the way'),
  })
  .meta({ id: 'ProductUser' });

/**
 * What the list row does not hold about the contract of a port.
 *
 * @public
 */
export const productContractSchema = z
  .object({
    entity: entityLinkSchema,
    contractId: z.string().optional(),
    title: z.string().optional(),
    version: z.string().optional(),
    status: z.string().optional(),
    lifecycle: z.string().optional(),
    fields: z.int().optional().describe('Number of fields, nested included'),
    describedFields: z.int().optional(),
    problem: z.string().optional().describe('Why it could not be read'),
  })
  .meta({ id: 'ProductContract' });

/**
 * One data product with what follows from other entities.
 *
 * @public
 */
export const productDetailSchema = productSummarySchema
  .omit({ matches: true })
  .extend({
    ownerMembers: z
      .int()
      .optional()
      .describe('People in the owner group; absent when it does not exist'),
    ownerKind: z.string().optional(),
    stewards: z.array(entityLinkSchema),
    users: z.array(productUserSchema),
    allUsers: z
      .boolean()
      .optional()
      .describe('False when there are more users than are listed'),
    inputs: z.array(
      z.object({
        entity: entityLinkSchema,
        owner: entityLinkSchema.optional(),
        lifecycle: z.string().optional(),
      }),
    ),
    contracts: z.array(productContractSchema),
  })
  .meta({ id: 'ProductDetail' });

/**
 * What a new product would be called and offer, as it comes in a url.
 *
 * @public
 */
export const similarProductsQuerySchema = z
  .object({
    name: z.string().trim().max(255).optional(),
    purpose: z.string().trim().max(2000).optional(),
    except: z
      .string()
      .max(500)
      .optional()
      .describe('Ref of the product that is changed'),
  })
  .meta({ id: 'SimilarProductsQuery' });

/**
 * Products that may already be what somebody is about to make.
 *
 * @public
 */
export const similarProductsSchema = z
  .object({
    items: z.array(
      z.object({
        ref: z.string(),
        title: z.string(),
        purpose: z.string().optional(),
        domain: entityLinkSchema.optional(),
        owner: entityLinkSchema.optional(),
        shared: z
          .array(z.string())
          .describe('Words of the query that are in its name or purpose'),
      }),
    ),
  })
  .meta({ id: 'SimilarProducts' });

/** @public */
export type EntityLink = z.output<typeof entityLinkSchema>;
/** @public */
export type ProductMatch = z.output<typeof productMatchSchema>;
/** @public */
export type ProductSummary = z.output<typeof productSummarySchema>;
/** @public */
export type FacetValue = z.output<typeof facetValueSchema>;
/** @public */
export type ProductFacet = (typeof productFacets)[number];
/** @public */
export type ProductSort = (typeof productSorts)[number];
/** @public */
export type ProductQuery = Partial<z.output<typeof productQuerySchema>>;
/** @public */
export type ProductList = z.output<typeof productListSchema>;
/** @public */
export type ProductUser = z.output<typeof productUserSchema>;
/** @public */
export type ProductContract = z.output<typeof productContractSchema>;
/** @public */
export type ProductDetail = z.output<typeof productDetailSchema>;
/** @public */
export type SimilarProductsQuery = z.output<typeof similarProductsQuerySchema>;
/** @public */
export type SimilarProducts = z.output<typeof similarProductsSchema>;
