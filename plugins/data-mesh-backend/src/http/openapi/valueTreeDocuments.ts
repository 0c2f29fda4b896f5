import {
  valueTreeDocumentsSchema,
  valueTreeExportQuerySchema,
  valueTreePlanRequestSchema,
  valueTreePlanSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { z } from 'zod';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, operation, problems } from './operations';

export const valueTreeDocumentPaths: ZodOpenApiPathsObject = {
  '/value-tree/documents': {
    get: operation('getValueTreeDocuments', {
      summary: 'How the documents stand that the value tree is read from',
      description: 'For those who may change goals of the whole company.',
      responses: answers(valueTreeDocumentsSchema),
    }),
  },
  '/value-tree/plan': {
    post: operation('planValueTree', {
      summary: 'What applying a document would do, without doing it',
      description:
        'For those who may change goals of the whole company. A document that is broken gives a plan with problems, each with its line.',
      requestBody: {
        content: { 'application/json': { schema: valueTreePlanRequestSchema } },
      },
      responses: answers(valueTreePlanSchema, '400'),
    }),
  },
  '/value-tree/export': {
    get: operation('exportValueTree', {
      summary: 'The value tree, or a part of it, as a document',
      description:
        'What the caller may see of it. Links that catalog files hold, and check-ins that others superseded, are left out.',
      requestParams: { query: valueTreeExportQuerySchema },
      responses: {
        '200': {
          description: 'OK',
          content: { 'text/yaml': { schema: z.string() } },
        },
        ...problems('400', '404'),
      },
    }),
  },
};
