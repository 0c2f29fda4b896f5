import { myWorkSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, operation } from './operations';

export const myWorkPaths: ZodOpenApiPathsObject = {
  '/my-work': {
    get: operation('getMyWork', {
      summary: 'What waits for the signed-in person',
      responses: answers(myWorkSchema),
    }),
  },
};
