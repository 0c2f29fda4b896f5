import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  goalManagePermission,
  parseValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { createDocument } from 'zod-openapi';
import { valueTreeDocumentPaths } from '../../http/openapi/valueTreeDocuments';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { NodeRights } from '../rights/NodeRights';
import {
  createDataMeshConditionalDecision,
  dataMeshConditions,
  nodeRules,
} from '../rights/rules';
import { documentText, DocumentWorld } from './__testUtils__/DocumentWorld';
import { addValueTreeDocumentRoutes } from './routes';
import { TreeExport } from './TreeExport';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const TEXT = documentText('  goals: [{ id: CG-1, title: Care }]');

const DECISIONS: Record<string, PolicyDecision> = {
  'user:default/zoe': { result: AuthorizeResult.ALLOW },
  'user:default/ann': createDataMeshConditionalDecision(goalManagePermission, {
    anyOf: [
      dataMeshConditions.isNodeOwner({ claims: ['user:default/ann'] }),
      dataMeshConditions.isDomainOwner({ claims: ['user:default/ann'] }),
    ],
  }),
  'user:default/cem': { result: AuthorizeResult.DENY },
};

describe('routes of documents', () => {
  let w: DocumentWorld;
  let app: express.Express;

  beforeAll(async () => {
    const knex = await migrated(await databases.init('SQLITE_3'));
    w = await DocumentWorld.on(knex, { company: 'managed', other: 'seed' });
    await w.read('company', TEXT);
    const router = PromiseRouter();
    addValueTreeDocumentRoutes(router, {
      httpAuth: mockServices.httpAuth(),
      visibility: { require: async () => {} },
      nodeRights: new NodeRights({
        knex,
        permissions: mockServices.permissions.mock({
          authorizeConditional: async (asked, options) => {
            const { principal } = (options as { credentials: unknown })
              .credentials as { principal: { userEntityRef: string } };
            return asked.map(() => DECISIONS[principal.userEntityRef]);
          },
        }),
        ruleset: {
          getRuleByName: name =>
            Object.values(nodeRules).find(rule => rule.name === name)!,
        },
      }),
      valueTreeDocuments: w.documents,
      valueTreeExport: new TreeExport({
        knex,
        visibility: { resolve: async () => 'all' },
      }),
    });
    app = express().use(router).use(mockErrorHandler());
  });

  const as = (name: string) => ({
    Authorization: mockCredentials.user.header(`user:default/${name}`),
  });

  it('shows how documents stand to those who answer for the company', async () => {
    const { body } = await request(app)
      .get('/value-tree/documents')
      .set(as('zoe'))
      .expect(200);
    expect(body.items).toMatchObject([
      {
        id: 'company',
        mode: 'managed',
        isConfigured: true,
        problems: [],
        plan: { summary: '1 to add, 0 to change, 0 to remove' },
      },
      { id: 'other', mode: 'seed', isConfigured: true, problems: [] },
    ]);
  });

  it.each(['ann', 'cem'])('refuses %s', async name => {
    for (const asked of [
      request(app).get('/value-tree/documents'),
      request(app).post('/value-tree/plan').send({ text: TEXT }),
    ]) {
      const { body } = await asked.set(as(name)).expect(403);
      expect(body.error.message).toContain('data-mesh.goal.manage');
    }
  });

  it('plans, also a long text, and writes nothing', async () => {
    const long = `${TEXT}\n${'# a comment\n'.repeat(20_000)}`.replace(
      'title: Care',
      'title: Better care',
    );
    const { body } = await request(app)
      .post('/value-tree/plan')
      .set(as('zoe'))
      .send({ text: long })
      .expect(200);
    expect(body).toMatchObject({
      change: [{ kind: 'goal', id: 'CG-1', changed: ['title'] }],
      summary: '0 to add, 1 to change, 0 to remove',
    });
    expect((await w.tree.get('CG-1')).node.title).toBe('Care');

    const { body: refused } = await request(app)
      .post('/value-tree/plan')
      .set(as('zoe'))
      .send({ text: TEXT, mode: 'other' })
      .expect(400);
    expect(refused.error.message).toContain('mode');
  });

  it('says so in the OpenAPI document', () => {
    const { paths } = createDocument({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: valueTreeDocumentPaths,
    });
    expect(Object.keys(paths ?? {})).toEqual([
      '/value-tree/documents',
      '/value-tree/plan',
      '/value-tree/export',
    ]);
  });

  it('exports for everyone who may read', async () => {
    const { text, headers } = await request(app)
      .get('/value-tree/export?root=CG-1')
      .set(as('cem'))
      .expect(200);
    expect(headers['content-type']).toContain('text/yaml');
    expect(parseValueTree(text).document?.nodes).toMatchObject([
      { id: 'CG-1' },
    ]);
    await request(app)
      .get('/value-tree/export?root=NO')
      .set(as('cem'))
      .expect(404);
    await request(app)
      .get('/value-tree/export?rot=x')
      .set(as('cem'))
      .expect(400);
  });
});
