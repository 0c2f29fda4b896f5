import {
  waiverDecisionSchema,
  waiverListSchema,
  waiverRequestSchema,
  waiverSchema,
  waiversQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { z } from 'zod';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, operation, problems } from './operations';

export const waiverPaths: ZodOpenApiPathsObject = {
  '/waivers': {
    get: operation('getWaivers', {
      summary: 'Exceptions, the newest first, a page at a time',
      requestParams: { query: waiversQuerySchema },
      responses: answers(waiverListSchema, '400'),
    }),
    post: operation('askForWaiver', {
      summary: 'Asks for an exception in the name of the signed-in person',
      description:
        'For the owner, product owner, domain owner or data lead of the entity, and those who decide on exceptions. It counts once somebody else has approved it.',
      requestBody: {
        required: true,
        content: { 'application/json': { schema: waiverRequestSchema } },
      },
      responses: {
        '201': {
          description: 'It waits for a decision',
          content: { 'application/json': { schema: waiverSchema } },
        },
        ...problems('400', '404', '409'),
      },
    }),
  },
  '/waivers/{id}/decision': {
    post: operation('decideWaiver', {
      summary: 'Approves, declines or takes back an exception',
      description:
        'Nobody decides on what they have asked for, except by taking it back. When it has changed since it was read, the error carries it as it is now, as `current`.',
      requestParams: { path: z.object({ id: z.string() }) },
      requestBody: {
        required: true,
        content: { 'application/json': { schema: waiverDecisionSchema } },
      },
      responses: answers(waiverSchema, '400', '404', '409'),
    }),
  },
};
