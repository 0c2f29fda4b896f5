import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  checkInRequestSchema,
  checkInsQuerySchema,
  decisionRequestSchema,
  LinkRequest,
  linkRequestSchema,
  Measure,
  measureChangeSchema,
  newMeasureSchema,
  newNodeSchema,
  nodeChangeSchema,
  nodeHistoryQuerySchema,
  nodeMoveSchema,
  stateChangeSchema,
  ValueNode,
  valueTreeQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject } from '@backstage/types';
import { json, Request, Router } from 'express';
import { z } from 'zod';
import { auditedRequests } from '../audit/audited';
import { readBody, readQuery } from '../http/readRequest';
import { ValueTree } from './ValueTree';

/** A node with all its texts and ten measures. */
const LARGEST_BODY = '128kb';

const versionQuery = z.strictObject({ version: z.coerce.number().int() });

/**
 * Has to come before the parser of all other bodies, which takes smaller ones
 * only.
 */
export function addValueTreeRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    valueTree: ValueTree;
  },
): void {
  const { httpAuth, auditor, valueTree } = options;
  const { views, nodes, moves, states, measures, checkIns, links } = valueTree;
  const body = json({ limit: LARGEST_BODY });
  const person = (req: Request) =>
    httpAuth.credentials(req, { allow: ['user'] });
  const note = auditedRequests(auditor);

  router.get('/value-tree', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = readQuery(req, valueTreeQuerySchema.strict());
    res.json(await views.getTree(query, credentials));
  });

  router.get('/value-nodes/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await views.getNode(req.params.id, credentials));
  });

  router.get('/value-nodes/:id/history', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = readQuery(req, nodeHistoryQuerySchema.strict());
    res.json(await views.getHistory(req.params.id, query, credentials));
  });

  router.get('/measures/:id/check-ins', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = readQuery(req, checkInsQuerySchema.strict());
    res.json(await views.getCheckIns(req.params.id, query, credentials));
  });

  router.post('/value-nodes', body, async (req, res) => {
    const credentials = await person(req);
    const node = await note(
      req,
      'value-node-add',
      () => nodes.add(readBody(req, newNodeSchema), credentials),
      noteOfNode,
    );
    res.status(201).json(node);
  });

  router.patch('/value-nodes/:id', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const node = await note(
      req,
      'value-node-change',
      () => nodes.change(id, readBody(req, nodeChangeSchema), credentials),
      noteOfNode,
    );
    res.json(node);
  });

  router.delete('/value-nodes/:id', async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    await note(
      req,
      'value-node-delete',
      async () => {
        const { version } = readQuery(req, versionQuery);
        await moves.delete(id, version, credentials);
      },
      () => ({}),
    );
    res.status(204).end();
  });

  router.post('/value-nodes/:id/move', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const node = await note(
      req,
      'value-node-move',
      () => moves.move(id, readBody(req, nodeMoveSchema), credentials),
      noteOfNode,
    );
    res.json(node);
  });

  router.post('/value-nodes/:id/state', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const node = await note(
      req,
      'value-node-state',
      () => states.change(id, readBody(req, stateChangeSchema), credentials),
      noteOfNode,
    );
    res.json(node);
  });

  router.post('/value-nodes/:id/decisions', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const node = await note(
      req,
      'value-node-decide',
      () =>
        states.decide(id, readBody(req, decisionRequestSchema), credentials),
      noteOfNode,
    );
    res.status(201).json(node);
  });

  router.post('/value-nodes/:id/links', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const { isNew, node } = await note(
      req,
      'value-node-link',
      () => links.link(id, readLink(req), credentials),
      outcome => ({ ...noteOfNode(outcome.node), isNew: outcome.isNew }),
    );
    res.status(isNew ? 201 : 200).json(node);
  });

  router.delete('/value-nodes/:id/links/:linkId', async (req, res) => {
    const credentials = await person(req);
    const { id, linkId } = req.params;
    const node = await note(
      req,
      'value-node-unlink',
      () => links.unlink(id, linkId, credentials),
      noteOfNode,
    );
    res.json(node);
  });

  router.post('/value-nodes/:id/measures', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const measure = await note(
      req,
      'measure-add',
      () => measures.add(id, readBody(req, newMeasureSchema), credentials),
      noteOfMeasure,
    );
    res.status(201).json(measure);
  });

  router.patch('/measures/:id', body, async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const measure = await note(
      req,
      'measure-change',
      () =>
        measures.change(id, readBody(req, measureChangeSchema), credentials),
      noteOfMeasure,
    );
    res.json(measure);
  });

  router.delete('/measures/:id', async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    await note(
      req,
      'measure-delete',
      async () => {
        const { version } = readQuery(req, versionQuery);
        await measures.delete(id, version, credentials);
      },
      () => ({}),
    );
    res.status(204).end();
  });

  router.post('/measures/:id/check-ins', body, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { id } = req.params;
    const { isNew, response } = await note(
      req,
      'measure-check-in',
      () =>
        checkIns.checkIn(id, readBody(req, checkInRequestSchema), credentials),
      outcome => ({
        checkIn: outcome.response.checkIn.id,
        isNew: outcome.isNew,
      }),
    );
    res.status(isNew ? 201 : 200).json(response);
  });
}

/** Tells what is wrong with the one form that was meant. */
function readLink(req: Request): LinkRequest {
  const [toEntity, toItem] = linkRequestSchema.options;
  return req.body?.entityRef === undefined
    ? readBody(req, toItem)
    : readBody(req, toEntity);
}

function noteOfNode({ node }: ValueNode): JsonObject {
  const { id, kind, state, version } = node;
  return { id, kind, state, version };
}

function noteOfMeasure({ id, nodeId, version }: Measure): JsonObject {
  return { id, nodeId, version };
}
