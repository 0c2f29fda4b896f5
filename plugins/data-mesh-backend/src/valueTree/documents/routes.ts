import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  dataMeshReadPermission,
  goalManagePermission,
  valueTreeExportQuerySchema,
  valueTreePlanRequestSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { json, Router } from 'express';
import { readBody, readQuery } from '../../http/readRequest';
import { VisibilityResolver } from '../../visibility/VisibilityResolver';
import { NodeRights } from '../rights/NodeRights';
import { TreeExport } from './TreeExport';
import { ValueTreeDocuments } from './ValueTreeDocuments';

/** The longest document, each of its characters escaped. */
const LARGEST_BODY = '9mb';

/**
 * Has to come before the parser of all other bodies, which takes smaller ones
 * only. How documents stand, and what one would do, is for those who answer
 * for the goals of the whole company: a document may be about all of them.
 */
export function addValueTreeDocumentRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    visibility: Pick<VisibilityResolver, 'require'>;
    nodeRights: Pick<NodeRights, 'forCaller'>;
    valueTreeDocuments: ValueTreeDocuments;
    valueTreeExport: TreeExport;
  },
): void {
  const { httpAuth, visibility, nodeRights } = options;
  const { valueTreeDocuments, valueTreeExport } = options;

  const requireCompany = async (credentials: BackstageCredentials) => {
    await visibility.require(dataMeshReadPermission, credentials);
    const rights = await nodeRights.forCaller(credentials, []);
    if (!rights.mayPlace({ kind: 'vision', fields: {} })) {
      throw new NotAllowedError(
        `Documents of the value tree are for those who answer for the goals of the whole company. Ask those who run the portal for the permission ${goalManagePermission.name}.`,
      );
    }
  };

  router.get('/value-tree/documents', async (req, res) => {
    await requireCompany(await httpAuth.credentials(req));
    res.json(await valueTreeDocuments.getStatus());
  });

  router.post(
    '/value-tree/plan',
    async (req, _res, next) => {
      // Before a long text is read.
      await requireCompany(
        await httpAuth.credentials(req, { allow: ['user', 'service'] }),
      );
      next();
    },
    json({ limit: LARGEST_BODY }),
    async (req, res) => {
      const request = readBody(req, valueTreePlanRequestSchema);
      res.json(await valueTreeDocuments.plan(request));
    },
  );

  router.get('/value-tree/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { root } = readQuery(req, valueTreeExportQuerySchema.strict());
    const text = await valueTreeExport.export(root, credentials);
    res
      .type('text/yaml')
      .set('content-disposition', 'attachment; filename="value-tree.yaml"')
      .send(text);
  });
}
