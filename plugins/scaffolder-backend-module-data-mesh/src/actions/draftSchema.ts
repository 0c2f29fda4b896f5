import {
  dataClassifications,
  dataProductTypes,
  fieldTypes,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { z as z3 } from 'zod/v3';

/** The zod that the scaffolder hands to the schemas of actions. */
export type Zod = typeof z3;

/**
 * The draft of a data product, restated for the scaffolder, which knows zod 3
 * only. Its equality with the schema of the common package is tested.
 */
export function draftSchema(z: Zod) {
  const line = (max: number) => z.string().min(1).max(max);
  // Made anew each time: what stands twice would become a reference, which the
  // scaffolder cannot follow.
  const text = () => line(2000);
  const ref = () => line(400);

  const field = (fields: z3.ZodTypeAny) =>
    z
      .object({
        name: line(255),
        type: z.enum(fieldTypes),
        physicalType: z.string().max(255).optional(),
        description: z.string().max(2000).optional(),
        required: z.boolean().optional(),
        unique: z.boolean().optional(),
        primaryKey: z.boolean().optional(),
        classification: z.string().max(255).optional(),
        fields: z.array(fields).optional(),
        itemType: z.enum(fieldTypes).optional(),
      })
      .passthrough();
  const contractObject = z
    .object({
      name: line(255),
      physicalName: z
        .string()
        .max(255)
        .optional()
        .describe('The name in the store, where it differs'),
      physicalType: z
        .string()
        .max(255)
        .optional()
        .describe('For example table, view, topic, file'),
      description: z.string().max(2000).optional(),
      // The scaffolder cannot follow a schema that refers to itself.
      fields: z.array(field(z.object({}).passthrough())).max(2000),
    })
    .passthrough();
  const inputPort = z
    .object({
      name: line(255),
      source: ref().optional().describe('Ref of a DataProduct'),
      sourcePort: line(255).optional().describe('Name of its output port'),
      contract: ref().optional().describe('Ref of the contract (API)'),
      version: line(50).optional().describe('Of the port that is used'),
      externalSource: text()
        .optional()
        .describe('A system outside the catalog'),
    })
    .passthrough();
  const outputPort = z
    .object({
      name: line(255),
      title: line(255).optional(),
      description: text().optional(),
      version: line(50).optional().describe('1.0.0 where it is left out'),
      type: line(255).optional(),
      platform: line(255).optional(),
      location: line(2000).optional().describe('A table, a topic, a url'),
      contract: z
        .object({
          ref: ref()
            .optional()
            .describe('Of the contract there is, when changing'),
          description: text().optional(),
          objects: z.array(contractObject).max(200),
        })
        .passthrough()
        .optional()
        .describe('Without it the port has no contract yet'),
    })
    .passthrough();

  return z
    .object({
      usage: text().describe('Who will use it, and for what decision'),
      purpose: line(400).describe('What it offers, to whom, in one sentence'),
      name: line(63).describe('metadata.name'),
      domain: ref().describe('Ref of a Domain'),
      owner: ref().describe('Ref of a Group'),
      productOwner: ref().describe('Ref of a User'),
      title: line(255).optional(),
      consumer: ref()
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
      inputPorts: z.array(inputPort).max(200).optional(),
      outputPorts: z.array(outputPort).max(50).optional(),
      promises: z
        .object({
          freshness: z
            .object({
              value: z.number().positive(),
              unit: z.enum(['min', 'h', 'd']),
            })
            .passthrough()
            .optional()
            .describe(
              'The most time from the event to the data (ODCS latency)',
            ),
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
            .passthrough()
            .optional()
            .describe('How long the data is kept (ODCS retention)'),
          quality: z
            .array(text())
            .max(50)
            .optional()
            .describe('Statements about the data, a sentence each'),
        })
        .passthrough()
        .optional(),
      classification: z.enum(dataClassifications).optional(),
      containsPii: z.boolean().optional(),
      privacy: z
        .object({
          retention: text().optional(),
          legalBasis: text().optional(),
          masking: text().optional(),
        })
        .passthrough()
        .optional(),
      access: z
        .object({
          default: z.enum(['closed', 'open']).optional(),
          howTo: text().optional(),
          url: line(2000).optional(),
          approver: ref().optional().describe('Ref of a User or Group'),
        })
        .passthrough()
        .optional(),
      support: z
        .array(
          z
            .object({
              channel: line(255),
              url: line(2000).optional(),
              tool: line(255).optional(),
            })
            .passthrough(),
        )
        .max(20)
        .optional(),
    })
    .passthrough();
}

/**
 * What the actions take: the schema says what a draft looks like, and anything
 * is let through, so that the one who hears of a mistake hears it in words and
 * not in those of a schema.
 */
export function draftInput(z: Zod) {
  return z
    .union([draftSchema(z), z.record(z.unknown())])
    .describe(
      'The answers about the data product, in the shape of the first alternative; other keys are passed over',
    );
}
