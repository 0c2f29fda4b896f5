import {
  erasureRequestSchema,
  erasureSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, operation } from './operations';

export const peoplePaths: ZodOpenApiPathsObject = {
  '/people/erasures': {
    post: operation('erasePerson', {
      summary: 'Erases the name of a person from all that is kept',
      description:
        'For people, not for services. A neutral mark takes the place of the name; what was said and decided stays. All of it is done or nothing, and to ask once more is safe.',
      requestBody: {
        required: true,
        content: { 'application/json': { schema: erasureRequestSchema } },
      },
      responses: answers(erasureSchema, '400'),
    }),
  },
};
