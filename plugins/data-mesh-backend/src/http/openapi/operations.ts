import { z } from 'zod';
import {
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

/** The parameters of a path that names an entity. */
export const entityPathSchema = z.object({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
});

export function operation(
  operationId: string,
  rest: ZodOpenApiOperationObject,
): ZodOpenApiOperationObject {
  return { operationId, ...rest };
}

/** The answer of a request that succeeds, and what may go wrong. */
export function answers(
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
  '409': 'Somebody else was faster; read again and decide anew',
};

export function problems(...more: string[]): ZodOpenApiResponsesObject {
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
