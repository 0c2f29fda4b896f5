import { z } from 'zod';
import { contractObjectDraftSchema } from './ContractDraft';

const line = (max: number) => z.string().trim().min(1).max(max);
const text = line(2000);
const ref = line(400);

/**
 * The types of data products that a form offers.
 *
 * @public
 */
export const dataProductTypes = [
  'source-aligned',
  'aggregate',
  'consumer-aligned',
] as const;

/**
 * The ways in that a form offers; any other word may be written.
 *
 * @public
 */
export const outputPortTypes = [
  'sql',
  'stream',
  'api',
  'file',
  'dashboard',
] as const;

/**
 * The classes of data that a form offers, from open to closed.
 *
 * @public
 */
export const dataClassifications = [
  'public',
  'internal',
  'restricted',
  'sensitive',
] as const;

/**
 * Where a new data product takes its data from: an output port of another one
 * (`source`, `sourcePort`, `contract`), or an external source.
 *
 * @public
 */
export const inputPortDraftSchema = z
  .object({
    name: line(255),
    source: ref.optional().describe('Ref of a DataProduct'),
    sourcePort: line(255).optional().describe('Name of its output port'),
    contract: ref.optional().describe('Ref of the contract (API)'),
    version: line(50).optional().describe('Of the port that is used'),
    externalSource: text.optional().describe('A system outside the catalog'),
  })
  .meta({ id: 'InputPortDraft' });

/** @public */
export type InputPortDraft = z.output<typeof inputPortDraftSchema>;

/**
 * A way in to a new data product, with the contract to start from.
 *
 * @public
 */
export const outputPortDraftSchema = z
  .object({
    name: line(255),
    title: line(255).optional(),
    description: text.optional(),
    version: line(50).optional().describe('1.0.0 where it is left out'),
    type: line(255).optional(),
    platform: line(255).optional(),
    location: line(2000).optional().describe('A table, a topic, a url'),
    contract: z
      .object({
        ref: ref.optional().describe('Of the contract there is, when changing'),
        description: text.optional(),
        objects: z.array(contractObjectDraftSchema).max(200),
      })
      .optional()
      .describe('Without it the port has no contract yet'),
  })
  .meta({ id: 'OutputPortDraft' });

/** @public */
export type OutputPortDraft = z.output<typeof outputPortDraftSchema>;

/**
 * What a person answers about a data product: six questions at once, the rest
 * when they know. The keys are the names of the form's fields.
 *
 * @public
 */
export const dataProductDraftSchema = z
  .object({
    // The six
    usage: text.describe('Who will use it, and for what decision'),
    purpose: line(400).describe('What it offers, to whom, in one sentence'),
    name: line(63).describe('metadata.name'),
    domain: ref.describe('Ref of a Domain'),
    owner: ref.describe('Ref of a Group'),
    productOwner: ref.describe('Ref of a User'),

    // May wait
    title: line(255).optional(),
    consumer: ref
      .optional()
      .describe('Ref of the Group that means to use it first'),
    initiatives: z
      .array(line(255))
      .max(50)
      .optional()
      .describe('Ids of the initiatives of the value tree that it serves'),
    lifecycle: z.enum(['candidate', 'experimental', 'production']).optional(),
    type: z.enum(dataProductTypes).optional(),
    inputs: z
      .literal('none')
      .optional()
      .describe('States that there are no inputs'),
    inputPorts: z.array(inputPortDraftSchema).max(200).optional(),
    outputPorts: z.array(outputPortDraftSchema).max(50).optional(),
    promises: z
      .object({
        freshness: z
          .object({
            value: z.number().positive(),
            unit: z.enum(['min', 'h', 'd']),
          })
          .optional()
          .describe('The most time from the event to the data (ODCS latency)'),
        availability: z
          .number()
          .positive()
          .max(100)
          .optional()
          .describe('Percent of the time'),
        retention: z
          .object({
            value: z.number().positive(),
            unit: z.enum(['d', 'm', 'y']),
          })
          .optional()
          .describe('How long the data is kept (ODCS retention)'),
        quality: z
          .array(text)
          .max(50)
          .optional()
          .describe('Statements about the data, a sentence each'),
      })
      .optional(),
    classification: z.enum(dataClassifications).optional(),
    containsPii: z.boolean().optional(),
    privacy: z
      .object({
        retention: text.optional(),
        legalBasis: text.optional(),
        masking: text.optional(),
      })
      .optional(),
    access: z
      .object({
        default: z.enum(['closed', 'open']).optional(),
        howTo: text.optional(),
        url: line(2000).optional(),
        approver: ref.optional().describe('Ref of a User or Group'),
      })
      .optional(),
    support: z
      .array(
        z.object({
          channel: line(255),
          url: line(2000).optional(),
          tool: line(255).optional(),
        }),
      )
      .max(20)
      .optional(),
  })
  .meta({ id: 'DataProductDraft' });

/** @public */
export type DataProductDraft = z.output<typeof dataProductDraftSchema>;

/**
 * A file of a repository, with its path from the root.
 *
 * @public
 */
export type DraftedFile = { path: string; content: string };

/**
 * Something wrong with a draft, in words for the person who answers.
 *
 * @public
 */
export type DraftProblem = {
  /** The way to the answer, for example `['outputPorts', 1, 'name']`. */
  path: (string | number)[];
  message: string;
};
