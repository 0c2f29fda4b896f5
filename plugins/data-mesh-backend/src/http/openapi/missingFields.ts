import {
  missingFieldsListSchema,
  missingFieldsQuerySchema,
  patchesRequestSchema,
  patchesResponseSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, operation } from './operations';

/** What the sheet of missing fields asks for. */
export const missingFieldsPaths: ZodOpenApiPathsObject = {
  '/missing-fields': {
    get: operation('getMissingFields', {
      summary: 'What catalog files say and lack, a page at a time',
      requestParams: { query: missingFieldsQuerySchema },
      responses: answers(missingFieldsListSchema, '400'),
    }),
  },
  '/missing-fields/patches': {
    post: operation('makePatches', {
      summary:
        'A patch for each repository that fills in fields; changes nothing',
      requestBody: {
        content: { 'application/json': { schema: patchesRequestSchema } },
      },
      responses: answers(patchesResponseSchema, '400'),
    }),
  },
};
