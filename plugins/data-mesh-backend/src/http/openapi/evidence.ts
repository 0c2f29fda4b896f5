import {
  answerRequestSchema,
  answerResponseSchema,
  entityEvidenceSchema,
  evidenceItemSchema,
  evidenceRequestSchema,
  evidenceResponseSchema,
  evidenceSourcesSchema,
  MOST_EVIDENCE_ITEMS,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { z } from 'zod';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, entityPathSchema, operation } from './operations';

/** The items are read one by one, so that the schema tells what each is. */
const describedRequestSchema = evidenceRequestSchema
  .extend({
    items: z.array(evidenceItemSchema).min(1).max(MOST_EVIDENCE_ITEMS),
  })
  .meta({ id: 'EvidenceRequest' });

export const evidencePaths: ZodOpenApiPathsObject = {
  '/evidence': {
    put: operation('putEvidence', {
      summary: 'Takes in what the catalog does not know',
      description:
        'Items are taken one by one, and each is answered for in its place. Sending the same again changes nothing. A person has to answer for the entity; a service is held by the access restrictions of its token.',
      requestBody: {
        content: { 'application/json': { schema: describedRequestSchema } },
      },
      responses: answers(evidenceResponseSchema, '400'),
    }),
  },
  '/evidence/by-entity/{kind}/{namespace}/{name}': {
    get: operation('getEvidence', {
      summary: 'What is known of an entity, by whom, and what was said before',
      requestParams: { path: entityPathSchema },
      responses: answers(entityEvidenceSchema, '404'),
    }),
  },
  '/evidence/sources': {
    get: operation('getEvidenceSources', {
      summary: 'Who is asked for evidence, and which keys have arrived',
      description:
        'What was wrong with a delivery is told to those who may manage rule sets.',
      responses: answers(evidenceSourcesSchema),
    }),
  },
  '/answers': {
    post: operation('answer', {
      summary: 'Takes in what a person answers to a question of a rule',
      description: 'Only for people of whom the question is asked.',
      requestBody: {
        content: { 'application/json': { schema: answerRequestSchema } },
      },
      responses: answers(answerResponseSchema, '400', '404'),
    }),
  },
};
