import {
  contractProductsSchema,
  productDetailSchema,
  productListSchema,
  productQuerySchema,
  projectionRefreshSchema,
  projectionStatusSchema,
  similarProductsQuerySchema,
  similarProductsSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { createDocument } from 'zod-openapi';
import { domainPaths } from './openapi/domains';
import { evidencePaths } from './openapi/evidence';
import { missingFieldsPaths } from './openapi/missingFields';
import { myWorkPaths } from './openapi/myWork';
import {
  answers,
  entityPathSchema,
  operation,
  problems,
} from './openapi/operations';
import { peoplePaths } from './openapi/people';
import { resultPaths } from './openapi/results';
import { reviewPaths } from './openapi/reviews';
import { ruleSetPaths } from './openapi/ruleSets';
import { valueTreePaths } from './openapi/valueTree';
import { valueTreeDocumentPaths } from './openapi/valueTreeDocuments';
import { waiverPaths } from './openapi/waivers';

/** The OpenAPI document of the plugin, generated from the schemas. */
export function openApiDocument(options: {
  version: string;
  baseUrl: string;
}): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Data mesh',
      version: options.version,
      description:
        'What the caller may not see in the catalog is left out of every answer, also of its counts.',
    },
    servers: [{ url: options.baseUrl }],
    security: [{ token: [] }],
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A Backstage token, of a user or a service',
        },
      },
    },
    paths: {
      '/products': {
        get: operation('getProducts', {
          summary: 'Data products by text and filters, a page at a time',
          requestParams: { query: productQuerySchema },
          responses: answers(productListSchema, '400'),
        }),
      },
      '/products/similar': {
        get: operation('getSimilarProducts', {
          summary:
            'Products that may already be what somebody is about to make',
          requestParams: { query: similarProductsQuerySchema },
          responses: answers(similarProductsSchema, '400'),
        }),
      },
      '/products/by-entity/{kind}/{namespace}/{name}': {
        get: operation('getProduct', {
          summary: 'One data product with who uses it',
          requestParams: { path: entityPathSchema },
          responses: answers(productDetailSchema, '404'),
        }),
      },
      '/contracts/by-entity/{kind}/{namespace}/{name}/products': {
        get: operation('getContractProducts', {
          summary: 'The data products that provide and that use a contract',
          requestParams: { path: entityPathSchema },
          responses: answers(contractProductsSchema, '404'),
        }),
      },
      ...resultPaths,
      ...domainPaths,
      ...myWorkPaths,
      ...evidencePaths,
      ...valueTreePaths,
      ...valueTreeDocumentPaths,
      ...reviewPaths,
      ...waiverPaths,
      ...ruleSetPaths,
      ...missingFieldsPaths,
      ...peoplePaths,
      '/status': {
        get: operation('getStatus', {
          summary: 'How far what is served follows the catalog',
          responses: answers(projectionStatusSchema),
        }),
      },
      '/projection/refresh': {
        post: operation('refreshProjection', {
          summary: 'Compares with the catalog now, without waiting for the end',
          requestBody: {
            content: {
              'application/json': { schema: projectionRefreshSchema },
            },
          },
          responses: {
            '202': { description: 'A comparison starts in seconds' },
            ...problems('400'),
          },
        }),
      },
    },
  });
}
