import {
  changeListSchema,
  changesQuerySchema,
  entityResultsSchema,
  explanationSchema,
  resultsListSchema,
  resultsQuerySchema,
  whatIfRequestSchema,
  whatIfSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { z } from 'zod';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, entityPathSchema, operation } from './operations';

const ENTITY = '/results/by-entity/{kind}/{namespace}/{name}';

export const resultPaths: ZodOpenApiPathsObject = {
  '/results': {
    get: operation('listResults', {
      summary: 'Entities with level and unmet rules, a page at a time',
      requestParams: { query: resultsQuerySchema },
      responses: answers(resultsListSchema, '400'),
    }),
  },
  [ENTITY]: {
    get: operation('getResults', {
      summary: 'What all rule sets come to for a data product or a domain',
      description:
        'An entity that has left the catalog is found by those who may read the domain that it was in.',
      requestParams: { path: entityPathSchema },
      responses: answers(entityResultsSchema, '404'),
    }),
  },
  [`${ENTITY}/changes`]: {
    get: operation('getResultChanges', {
      summary: 'How the results of an entity changed, the newest first',
      requestParams: { path: entityPathSchema, query: changesQuerySchema },
      responses: answers(changeListSchema, '400', '404'),
    }),
  },
  [`${ENTITY}/explain/{ruleSet}/{rule}`]: {
    get: operation('explainResult', {
      summary: 'How a rule came to its result: what it read, and each part',
      description: 'The rule is named by its id or its code.',
      requestParams: {
        path: entityPathSchema.extend({
          ruleSet: z.string(),
          rule: z.string(),
        }),
      },
      responses: answers(explanationSchema, '404'),
    }),
  },
  [`${ENTITY}/what-if`]: {
    post: operation('whatIf', {
      summary: 'Where an entity would stand if some rules were fixed',
      description: 'Nothing is changed, and nothing is evaluated.',
      requestParams: { path: entityPathSchema },
      requestBody: {
        required: true,
        content: { 'application/json': { schema: whatIfRequestSchema } },
      },
      responses: answers(whatIfSchema, '400', '404'),
    }),
  },
};
