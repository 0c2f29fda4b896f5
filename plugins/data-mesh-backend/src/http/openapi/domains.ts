import {
  domainListSchema,
  domainProfileSchema,
  domainsQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, entityPathSchema, operation } from './operations';

export const domainPaths: ZodOpenApiPathsObject = {
  '/domains': {
    get: operation('getDomains', {
      summary: 'The domains that take part, and how they stand',
      requestParams: { query: domainsQuerySchema },
      responses: answers(domainListSchema, '400'),
    }),
  },
  '/domains/by-entity/{kind}/{namespace}/{name}': {
    get: operation('getDomainProfile', {
      summary: 'How a domain stands, with its products',
      requestParams: { path: entityPathSchema },
      responses: answers(domainProfileSchema, '404'),
    }),
  },
};
