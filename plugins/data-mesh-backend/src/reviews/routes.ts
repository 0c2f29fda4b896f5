import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  newReviewSchema,
  productSayingRequestSchema,
  Review,
  reviewChangeSchema,
  reviewEndSchema,
  reviewsQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject } from '@backstage/types';
import { json, Request, Router } from 'express';
import { auditedRequests } from '../audit/audited';
import { readBody, readEntityRef, readQuery } from '../http/readRequest';
import { ReviewService } from './ReviewService';

/** Notes of ten thousand characters, each of up to four bytes. */
const LARGEST_BODY = '64kb';

/**
 * Has to come before the parser of all other bodies, which takes smaller ones
 * only.
 */
export function addReviewRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    reviews: Pick<
      ReviewService,
      'list' | 'get' | 'start' | 'change' | 'say' | 'close' | 'abandon'
    >;
  },
): void {
  const { httpAuth, auditor, reviews } = options;
  const body = json({ limit: LARGEST_BODY });
  const person = (req: Request) =>
    httpAuth.credentials(req, { allow: ['user'] });
  const note = auditedRequests(auditor);

  router.get('/reviews', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = readQuery(req, reviewsQuerySchema.strict());
    res.json(await reviews.list(query, credentials));
  });

  router.get('/reviews/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await reviews.get(req.params.id, credentials));
  });

  router.post('/reviews', body, async (req, res) => {
    const credentials = await person(req);
    const { isNew, review } = await note(
      req,
      'review-start',
      () => reviews.start(readBody(req, newReviewSchema), credentials),
      outcome => ({ ...noteOfReview(outcome.review), isNew: outcome.isNew }),
    );
    res.status(isNew ? 201 : 200).json(review);
  });

  router.patch('/reviews/:id', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const review = await note(
      req,
      'review-change',
      () => reviews.change(id, readBody(req, reviewChangeSchema), credentials),
      noteOfReview,
    );
    res.json(review);
  });

  router.put(
    '/reviews/:id/products/:kind/:namespace/:name',
    body,
    async (req, res) => {
      const credentials = await person(req);
      const review = await note(
        req,
        'review-say',
        () =>
          reviews.say(
            req.params.id,
            readEntityRef(req, 'dataproduct'),
            readBody(req, productSayingRequestSchema),
            credentials,
          ),
        noteOfReview,
      );
      res.json(review);
    },
  );

  router.post('/reviews/:id/close', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const closed = await note(
      req,
      'review-close',
      () => reviews.close(id, readBody(req, reviewEndSchema), credentials),
      outcome => noteOfReview(outcome.review),
    );
    res.json(closed);
  });

  router.post('/reviews/:id/abandon', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const review = await note(
      req,
      'review-abandon',
      () => reviews.abandon(id, readBody(req, reviewEndSchema), credentials),
      noteOfReview,
    );
    res.json(review);
  });
}

function noteOfReview({ id, domain, state, version }: Review): JsonObject {
  return { id, domain: domain.ref, state, version };
}
