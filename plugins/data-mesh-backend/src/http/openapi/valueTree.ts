import {
  checkInListSchema,
  checkInRequestSchema,
  checkInResponseSchema,
  checkInsQuerySchema,
  decisionRequestSchema,
  linkRequestSchema,
  measureChangeSchema,
  measureSchema,
  newMeasureSchema,
  newNodeSchema,
  nodeChangeSchema,
  nodeHistoryQuerySchema,
  nodeHistorySchema,
  nodeMoveSchema,
  stateChangeSchema,
  valueNodeSchema,
  valueTreeQuerySchema,
  valueTreeSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { z } from 'zod';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, operation, problems } from './operations';

const idPath = z.object({ id: z.string() });
const versionQuery = z.object({
  version: z.int().describe('The version that was read'),
});

const STALE =
  'When it has changed since it was read, the error carries it as it is now, as `current`.';
const MANAGED =
  'What a document in Git owns is changed there: here it is refused.';
const PEOPLE = 'For people only, in their own name.';

function bodyOf(schema: z.ZodType) {
  return {
    required: true,
    content: { 'application/json': { schema } },
  };
}

/** The answer of a request that makes something, and what may go wrong. */
function made(description: string, schema: z.ZodType, ...more: `${number}`[]) {
  return {
    '201': { description, content: { 'application/json': { schema } } },
    ...problems(...more),
  };
}

export const valueTreePaths: ZodOpenApiPathsObject = {
  '/value-tree': {
    get: operation('getValueTree', {
      summary: 'Vision, goals, bets and initiatives, and how they stand',
      description:
        'All that is above what is asked for is there too. Hints, roll-ups and links come with the nodes.',
      requestParams: { query: valueTreeQuerySchema },
      responses: answers(valueTreeSchema, '400', '404'),
    }),
  },
  '/value-nodes': {
    post: operation('addValueNode', {
      summary: 'Adds a vision, goal, bet or initiative',
      description: `It becomes the last below its parent. ${PEOPLE}`,
      requestBody: bodyOf(newNodeSchema),
      responses: made('It is there', valueNodeSchema, '400', '409'),
    }),
  },
  '/value-nodes/{id}': {
    get: operation('getValueNode', {
      summary: 'All that is known of a node',
      requestParams: { path: idPath },
      responses: answers(valueNodeSchema, '404'),
    }),
    patch: operation('changeValueNode', {
      summary: 'Changes what a node says',
      description: `${PEOPLE} ${MANAGED} ${STALE}`,
      requestParams: { path: idPath },
      requestBody: bodyOf(nodeChangeSchema),
      responses: answers(valueNodeSchema, '400', '404', '409'),
    }),
    delete: operation('deleteValueNode', {
      summary: 'Takes a node out of the tree, with all below it',
      description: `What was said, decided and read stays in the history. ${PEOPLE} ${MANAGED} ${STALE}`,
      requestParams: { path: idPath, query: versionQuery },
      responses: {
        '204': { description: 'It is gone' },
        ...problems('400', '404', '409'),
      },
    }),
  },
  '/value-nodes/{id}/move': {
    post: operation('moveValueNode', {
      summary: 'Moves a node with all below it to another place',
      description: `It takes the right on both places. ${PEOPLE} ${MANAGED} ${STALE}`,
      requestParams: { path: idPath },
      requestBody: bodyOf(nodeMoveSchema),
      responses: answers(valueNodeSchema, '400', '404', '409'),
    }),
  },
  '/value-nodes/{id}/state': {
    post: operation('changeValueNodeState', {
      summary: 'Moves a node to another state',
      description: `Along the allowed moves only; those that close it ask for the learning. ${PEOPLE} ${STALE}`,
      requestParams: { path: idPath },
      requestBody: bodyOf(stateChangeSchema),
      responses: answers(valueNodeSchema, '400', '404', '409'),
    }),
  },
  '/value-nodes/{id}/decisions': {
    post: operation('decideOnValueNode', {
      summary: 'Keeps what was decided about a node',
      description: `The state and the next review follow from it. ${PEOPLE} ${STALE}`,
      requestParams: { path: idPath },
      requestBody: bodyOf(decisionRequestSchema),
      responses: made('It is kept', valueNodeSchema, '400', '404', '409'),
    }),
  },
  '/value-nodes/{id}/links': {
    post: operation('linkValueNode', {
      summary: 'Links a node to an entity or a backlog item',
      description: `The same link again changes nothing, and is answered with 200. ${PEOPLE}`,
      requestParams: { path: idPath },
      requestBody: bodyOf(linkRequestSchema),
      responses: {
        ...answers(valueNodeSchema),
        ...made('It is linked', valueNodeSchema, '400', '404'),
      },
    }),
  },
  '/value-nodes/{id}/links/{linkId}': {
    delete: operation('unlinkValueNode', {
      summary: 'Takes a link of a node away',
      description: `Links that come from a catalog file are taken away there. ${PEOPLE}`,
      requestParams: {
        path: z.object({ id: z.string(), linkId: z.string() }),
      },
      responses: answers(valueNodeSchema, '404'),
    }),
  },
  '/value-nodes/{id}/history': {
    get: operation('getValueNodeHistory', {
      summary: 'What a node and its measures said, a page at a time',
      description: 'The newest first; also of a node that is gone.',
      requestParams: { path: idPath, query: nodeHistoryQuerySchema },
      responses: answers(nodeHistorySchema, '400', '404'),
    }),
  },
  '/value-nodes/{id}/measures': {
    post: operation('addMeasure', {
      summary: 'Adds a measure of success to a node',
      description: `One that is primary takes that from the one that was. ${PEOPLE} ${MANAGED}`,
      requestParams: { path: idPath },
      requestBody: bodyOf(newMeasureSchema),
      responses: made('It is there', measureSchema, '400', '404'),
    }),
  },
  '/measures/{id}': {
    patch: operation('changeMeasure', {
      summary: 'Changes a measure',
      description: `${PEOPLE} ${MANAGED} ${STALE}`,
      requestParams: { path: idPath },
      requestBody: bodyOf(measureChangeSchema),
      responses: answers(measureSchema, '400', '404', '409'),
    }),
    delete: operation('deleteMeasure', {
      summary: 'Takes a measure away',
      description: `Its check-ins stay in the history. ${PEOPLE} ${MANAGED} ${STALE}`,
      requestParams: { path: idPath, query: versionQuery },
      responses: {
        '204': { description: 'It is gone' },
        ...problems('400', '404', '409'),
      },
    }),
  },
  '/measures/{id}/check-ins': {
    get: operation('getCheckIns', {
      summary: 'The readings of a measure, a page at a time',
      description: 'The newest day first, also those that were superseded.',
      requestParams: { path: idPath, query: checkInsQuerySchema },
      responses: answers(checkInListSchema, '400', '404'),
    }),
    post: operation('checkIn', {
      summary: 'Reports a reading of a measure',
      description:
        'From people and from services. The same day and value again changes nothing, and is answered with 200. Another value for the same day is refused with the one that is known, as `current`, unless it names that one in `supersedes`.',
      requestParams: { path: idPath },
      requestBody: bodyOf(checkInRequestSchema),
      responses: {
        ...answers(checkInResponseSchema),
        ...made('It is kept', checkInResponseSchema, '400', '404', '409'),
      },
    }),
  },
};
