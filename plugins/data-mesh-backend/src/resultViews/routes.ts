import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  changesQuerySchema,
  resultsQuerySchema,
  whatIfRequestSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Request, Router } from 'express';
import { readBody, readEntityRef, readQuery } from '../http/readRequest';
import { orReadNow } from '../projection/orReadNow';
import { Projection } from '../projection/Projection';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { ChangesService } from './ChangesService';
import { ExplainService } from './ExplainService';
import { ResultsListService } from './ResultsListService';
import { ResultsService } from './ResultsService';

const ENTITY = '/results/by-entity/:kind/:namespace/:name';

export function addResultRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    visibility: VisibilityResolver;
    results: ResultsService;
    resultsList: ResultsListService;
    changes: ChangesService;
    explanations: ExplainService;
    projection: Pick<Projection, 'readNow'>;
  },
): void {
  const { httpAuth, visibility, results, resultsList } = options;
  const { changes, explanations, projection } = options;
  const listQuery = resultsQuerySchema.strict();
  const changesQuery = changesQuerySchema.strict();
  const subject = (req: Request) => readEntityRef(req, 'dataproduct', 'domain');

  router.get('/results', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    res.json(await resultsList.listResults(readQuery(req, listQuery), visible));
  });

  router.get(ENTITY, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const visible = await visibility.resolve(credentials);
    const ref = subject(req);
    res.json(
      await orReadNow(projection, ref, () =>
        results.getResults(ref, visible, credentials),
      ),
    );
  });

  router.get(`${ENTITY}/changes`, async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    const query = readQuery(req, changesQuery);
    res.json(await changes.getChanges(subject(req), query, visible));
  });

  router.get(`${ENTITY}/explain/:ruleSet/:rule`, async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    const { ruleSet, rule } = req.params;
    res.json(
      await explanations.explain(subject(req), { ruleSet, rule }, visible),
    );
  });

  router.post(`${ENTITY}/what-if`, async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    const body = readBody(req, whatIfRequestSchema);
    res.json(await results.whatIf(subject(req), body, visible));
  });
}
