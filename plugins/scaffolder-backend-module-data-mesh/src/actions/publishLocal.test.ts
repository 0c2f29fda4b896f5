import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity, UserEntity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { LOCAL_FOLDER_REFRESH_TOPIC } from '@backstage-data-mesh/plugin-data-mesh-common';
import git from 'isomorphic-git';
import fs from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { createPublishLocalAction } from './publishLocal';

const dir = createMockDirectory();
const root = dir.resolve('repositories');
const workspacePath = dir.resolve('workspace');
const entityRef = 'dataproduct:default/lab-orders';

const tomas: UserEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'tomas.reyes' },
  spec: {
    profile: { displayName: 'Tomas Reyes', email: 'tomas@alvenro.example' },
  },
};

const productAt = (path: string): Entity => ({
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: {
    name: 'lab-orders',
    annotations: { 'backstage.io/managed-by-location': `file:${path}` },
  },
});
const ours = productAt(`${root}/lab-orders/catalog-info.yaml`);

function setUp(options: {
  /** What is in the catalog from the start. */
  before?: Entity;
  /** What is in the catalog once it was told to read the folder. */
  after?: Entity;
  mayChange?: boolean;
  problems?: () => Promise<string[]>;
  enabled?: boolean;
  isDryRun?: boolean;
}) {
  let present = options.before;
  const published: unknown[] = [];
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async () => present,
    getEntitiesByRefs: async () => ({ items: [present] }),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async () => [
      {
        result:
          options.mayChange === false
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      },
    ],
  });
  const action = createPublishLocalAction({
    catalog,
    permissions,
    config: mockServices.rootConfig({
      data: { app: { baseUrl: 'http://portal.example/' } },
    }),
    events: mockServices.events.mock({
      publish: async event => {
        published.push(event);
        present = options.after;
      },
    }),
    report: { problemsOf: options.problems ?? (async () => []) },
    repositories:
      options.enabled === false
        ? undefined
        : new LocalRepositories({ id: 'demo', path: root }),
    visibleWithinMs: 50,
  });
  const run = async (
    input: Partial<Parameters<typeof action.handler>[0]['input']> = {},
    task = 'task-1',
  ) => {
    const context = createMockActionContext({
      input: { name: 'lab-orders', entityRef, ...input },
      workspacePath,
      task: { id: task },
      user: { entity: tomas, ref: 'user:default/tomas.reyes' },
    });
    const outputs: Record<string, unknown> = {};
    await action.handler({
      ...context,
      isDryRun: options.isDryRun,
      output: (key: string, value: unknown) => {
        outputs[key] = value;
      },
    });
    return outputs;
  };
  return { run, action, published, catalog, permissions };
}

const repositories = async () => readdir(root).catch(() => []);
const log = () => git.log({ fs, dir: `${root}/lab-orders` });

beforeEach(() => {
  dir.setContent({ workspace: { 'catalog-info.yaml': 'kind: DataProduct\n' } });
});

describe('data-mesh:publish:local', () => {
  it('makes a repository by the person, and waits for the entity', async () => {
    const { run, published } = setUp({ after: ours });

    const outputs = await run();

    const [{ oid, commit }, ...more] = await log();
    expect(more).toEqual([]);
    expect(commit.author).toMatchObject({
      name: 'Tomas Reyes',
      email: 'tomas@alvenro.example',
    });
    expect(outputs).toEqual({
      entityRef,
      commit: oid,
      path: `${root}/lab-orders`,
      catalogLink:
        'http://portal.example/catalog/default/dataproduct/lab-orders',
    });
    expect(published).toEqual([
      { topic: LOCAL_FOLDER_REFRESH_TOPIC, eventPayload: { id: 'demo' } },
    ]);
  });

  it('asks the catalog as the person who started the task', async () => {
    const { run, catalog } = setUp({ after: ours });
    await run();
    for (const call of catalog.getEntityByRef.mock.calls) {
      expect(call[1]).toMatchObject({
        credentials: { principal: { type: 'user' } },
      });
    }
  });

  it('gives the same again when the task is retried', async () => {
    const first = await setUp({ after: ours }).run();
    const again = setUp({ before: ours, after: ours });

    expect(await again.run()).toEqual(first);
    expect(await log()).toHaveLength(1);
  });

  it('says what held the entity back, and can be retried', async () => {
    const problems = ['lab-orders/catalog-info.yaml:3: is not an entity'];
    const { run } = setUp({ problems: async () => problems });

    await expect(run()).rejects.toThrow(
      `The repository lab-orders is made, and the catalog does not show ${entityRef} from it within 0.05 seconds. Nothing is lost: try this task again.\n${problems[0]}`,
    );
    expect(await log()).toHaveLength(1);

    await setUp({ after: ours }).run();
    expect(await log()).toHaveLength(1);
  });

  it('does not take an entity of that name from elsewhere for it', async () => {
    const elsewhere = productAt('/srv/products/lab-orders/catalog-info.yaml');

    await expect(setUp({ after: elsewhere }).run()).rejects.toThrow(
      'does not show',
    );
    await expect(setUp({ before: elsewhere }).run()).rejects.toThrow(
      `${entityRef} is in the catalog already, and not from the repository lab-orders`,
    );
  });

  it('says so when the report cannot be had', async () => {
    const { run } = setUp({
      problems: async () => {
        throw new Error('The catalog answered 503');
      },
    });
    await expect(run()).rejects.toThrow(
      'what held it back is not known (The catalog answered 503)',
    );
  });

  it.each([
    [{ name: '../elsewhere' }, 'cannot be the name of a repository'],
    [{ entityRef: 'no ref:' }, 'Entity reference'],
    [{ change: true }, 'basedOn is missing'],
    [{ change: true, basedOn: 'x' }, 'There is no repository named lab-orders'],
  ])('refuses %j', async (input, message) => {
    const { run, published } = setUp({ after: ours });
    await expect(run(input)).rejects.toThrow(message);
    expect(await repositories()).toEqual([]);
    expect(published).toEqual([]);
  });

  it('refuses where it is not switched on', async () => {
    await expect(setUp({ enabled: false }).run()).rejects.toThrow(
      'scaffolder.dataMesh.publishLocal is not configured',
    );
  });

  it('refuses a repository that another task made', async () => {
    await setUp({ after: ours }).run();
    await expect(setUp({ after: ours }).run({}, 'other')).rejects.toThrow(
      'There is already a repository named lab-orders',
    );
  });

  describe('a change', () => {
    const change = async (input = {}) => ({
      change: true,
      basedOn: (await log())[0].oid,
      commitMessage: 'Say whose',
      ...input,
    });

    beforeEach(async () => {
      await setUp({ after: ours }).run();
      await writeFile(`${workspacePath}/catalog-info.yaml`, 'kind: Other\n');
    });

    it('is a commit on top', async () => {
      const { run } = setUp({ before: ours, after: ours });
      const outputs = await run(await change(), 'task-2');

      const [top] = await log();
      expect(outputs).toMatchObject({
        commit: top.oid,
        changedFiles: ['catalog-info.yaml'],
      });
      expect(top.commit.message).toBe('Say whose\n');
      expect(await log()).toHaveLength(2);
    });

    it('that changes nothing says so, without a commit', async () => {
      await writeFile(
        `${workspacePath}/catalog-info.yaml`,
        'kind: DataProduct\n',
      );
      const { run } = setUp({ before: ours, after: ours });
      expect(await run(await change(), 'task-2')).toMatchObject({
        changedFiles: [],
      });
      expect(await log()).toHaveLength(1);
    });

    it('is left to those who may remove the entity', async () => {
      const { run, permissions } = setUp({
        before: ours,
        after: ours,
        mayChange: false,
      });
      await expect(run(await change(), 'task-2')).rejects.toThrow(
        `You may not change ${entityRef}`,
      );
      expect(permissions.authorize.mock.calls[0][0]).toMatchObject([
        {
          permission: { name: 'catalog.entity.delete' },
          resourceRef: entityRef,
        },
      ]);
      expect(await log()).toHaveLength(1);
    });

    it('in a dry run is only looked at', async () => {
      const { run, published } = setUp({
        before: ours,
        after: ours,
        isDryRun: true,
      });
      await run(await change(), 'task-2');
      expect(await log()).toHaveLength(1);
      expect(published).toEqual([]);
    });
  });

  it('in a dry run makes nothing, and refuses the same', async () => {
    const { run, published } = setUp({ isDryRun: true });

    expect(await run()).toMatchObject({ commit: '0'.repeat(40) });
    await expect(run({ name: 'Lab Orders' })).rejects.toThrow('name');
    expect(await repositories()).toEqual([]);
    expect(published).toEqual([]);
  });
});
