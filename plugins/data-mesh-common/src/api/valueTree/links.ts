import { z } from 'zod';
import { entityLinkSchema } from '../products';
import { ref, text } from '../texts';

/** @public */
export const backlogProviders = ['github', 'gitlab', 'jira', 'url'] as const;

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

/** @public */
export type BacklogProvider = (typeof backlogProviders)[number];
/** @public */
export type LinkedProduct = z.output<typeof linkedProductSchema>;
/** @public */
export type BacklogItem = z.output<typeof backlogItemSchema>;
/** @public */
export type LinkRequest = z.input<typeof linkRequestSchema>;
