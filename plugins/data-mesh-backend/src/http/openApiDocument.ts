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
import { z } from 'zod';
import {
  createDocument,
  ZodOpenApiOperationObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';

const errorSchema = z
  .object({
    error: z.object({
      name: z.string(),
      message: z.string().describe('What is wrong, in words for people'),
    }),
    response: z.object({ statusCode: z.int() }),
  })
  .meta({ id: 'Error' });

const entityPathSchema = z.object({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
});

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

function operation(
  operationId: string,
  rest: ZodOpenApiOperationObject,
): ZodOpenApiOperationObject {
  return { operationId, ...rest };
}

function answers(
  schema: z.ZodType,
  ...more: `${number}`[]
): ZodOpenApiResponsesObject {
  return {
    '200': {
      description: 'OK',
      content: { 'application/json': { schema } },
    },
    ...problems(...more),
  };
}

const PROBLEMS: Record<string, string> = {
  '400': 'A parameter is not valid; the message names it',
  '401': 'The token is missing or no longer valid',
  '403': 'The permission is missing',
  '404': 'There is no such entity that the caller may see',
};

function problems(...more: string[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    ['401', '403', ...more].sort().map(status => [
      status,
      {
        description: PROBLEMS[status],
        content: { 'application/json': { schema: errorSchema } },
      },
    ]),
  );
}
