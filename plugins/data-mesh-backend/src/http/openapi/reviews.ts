import {
  newReviewSchema,
  productSayingRequestSchema,
  reviewChangeSchema,
  reviewEndSchema,
  reviewInFullSchema,
  reviewListSchema,
  reviewSchema,
  reviewsQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { z } from 'zod';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, entityPathSchema, operation } from './operations';

const id = z.object({ id: z.string() });
const body = (schema: z.ZodType) => ({
  required: true,
  content: { 'application/json': { schema } },
});
const STALE =
  'When it has changed since it was read, the error carries the review as it is now, as `current`.';

export const reviewPaths: ZodOpenApiPathsObject = {
  '/reviews': {
    get: operation('getReviews', {
      summary: 'Reviews that were held, the newest first, a page at a time',
      requestParams: { query: reviewsQuerySchema },
      responses: answers(reviewListSchema, '400'),
    }),
    post: operation('startReview', {
      summary: 'Starts a review of a domain',
      description:
        'For people who may write goals of the domain. While one is under way, that is the answer, with 200.',
      requestBody: body(newReviewSchema),
      responses: {
        ...answers(reviewSchema, '400'),
        '201': {
          description: 'It has begun',
          content: { 'application/json': { schema: reviewSchema } },
        },
      },
    }),
  },
  '/reviews/{id}': {
    get: operation('getReview', {
      summary: 'A review with what it goes through and its minutes',
      description:
        'Open ones are for those who may hold them; closed ones for all who may see the domain.',
      requestParams: { path: id },
      responses: answers(reviewInFullSchema, '404'),
    }),
    patch: operation('changeReview', {
      summary: 'Changes who takes part in a review, and its notes',
      description: STALE,
      requestParams: { path: id },
      requestBody: body(reviewChangeSchema),
      responses: answers(reviewSchema, '400', '404', '409'),
    }),
  },
  '/reviews/{id}/products/{kind}/{namespace}/{name}': {
    put: operation('sayAboutProduct', {
      summary: 'Says something about a data product in a review',
      description: `The product counts as reviewed today at once; answers to questions of rules are taken over where the person is among those who are asked. ${STALE}`,
      requestParams: { path: id.extend(entityPathSchema.shape) },
      requestBody: body(productSayingRequestSchema),
      responses: answers(reviewSchema, '400', '404', '409'),
    }),
  },
  '/reviews/{id}/close': {
    post: operation('closeReview', {
      summary: 'Closes a review with its minutes',
      description: STALE,
      requestParams: { path: id },
      requestBody: body(reviewEndSchema),
      responses: answers(reviewInFullSchema, '400', '404', '409'),
    }),
  },
  '/reviews/{id}/abandon': {
    post: operation('abandonReview', {
      summary: 'Ends a review without minutes',
      description: `What was said and decided in it stays. ${STALE}`,
      requestParams: { path: id },
      requestBody: body(reviewEndSchema),
      responses: answers(reviewSchema, '400', '404', '409'),
    }),
  },
};
