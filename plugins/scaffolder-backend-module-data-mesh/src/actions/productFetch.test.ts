import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { createProductChangeAction } from './productChange';
import { createProductFetchAction } from './productFetch';

const dir = createMockDirectory();
const workspacePath = dir.resolve('workspace');
const author = { name: 'Ada', email: 'ada@alvenro.example' };

const productAt = (name: string, location: string): Entity => ({
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: {
    name,
    annotations: { 'backstage.io/managed-by-location': location },
  },
});

const catalogFile = `# ours
apiVersion: backstage-data-mesh.io/v1alpha1
kind: DataProduct
metadata:
  name: remote
spec:
  # the team
  owner: group:default/team
  lifecycle: production
  productOwner: user:default/ada
  domain: domain:default/lab
  purpose: Orders of the lab.
  usage: Planners, to plan
`;

const fetched: string[] = [];
const options = {
  catalog: catalogServiceMock({
    entities: [
      productAt(
        'remote',
        'url:https://github.com/alvenro/mesh/blob/main/products/remote/catalog-info.yaml',
      ),
      productAt(
        'local',
        `file:${dir.resolve('repositories/local/catalog-info.yaml')}`,
      ),
      { ...productAt('x', 'file:/x'), kind: 'Component' },
    ],
  }),
  integrations: ScmIntegrations.fromConfig(
    new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } }),
  ),
  reader: mockServices.urlReader.mock({
    readTree: async url => {
      fetched.push(url);
      return {
        etag: '',
        files: async () => [],
        archive: async () => {
          throw new Error('not needed');
        },
        dir: async target => {
          await writeFile(
            join(target!.targetDir!, 'catalog-info.yaml'),
            catalogFile,
          );
          return target!.targetDir!;
        },
      };
    },
  }),
  repositories: new LocalRepositories({
    id: 'demo',
    path: dir.resolve('repositories'),
  }),
};

async function run(
  action: { handler: (context: any) => Promise<void> },
  input: object,
) {
  const outputs: Record<string, unknown> = {};
  await action.handler({
    ...createMockActionContext({ input: { ...input }, workspacePath }),
    output: (key: string, value: unknown) => {
      outputs[key] = value;
    },
  });
  return outputs;
}

const fetch = createProductFetchAction(options);
const change = createProductChangeAction(options);

beforeEach(() => {
  dir.setContent({ workspace: {} });
  fetched.length = 0;
});

describe('data-mesh:product:fetch', () => {
  it('brings the folder of the catalog file from its host', async () => {
    expect(await run(fetch, { product: 'remote', targetPath: 'in' })).toEqual({
      origin: 'github',
      name: 'mesh',
      sourcePath: 'products/remote',
      repoUrl: 'github.com?owner=alvenro&repo=mesh',
      branch: 'main',
    });
    expect(fetched).toEqual([
      'https://github.com/alvenro/mesh/tree/main/products/remote/',
    ]);
    expect(await readdir(join(workspacePath, 'in'))).toEqual([
      'catalog-info.yaml',
    ]);
  });

  it('brings a local repository, and tells its commit', async () => {
    const source = dir.resolve('source');
    await mkdir(source);
    await writeFile(join(source, 'catalog-info.yaml'), 'kind: DataProduct\n');
    const commit = await options.repositories.create({
      name: 'local',
      source,
      author,
      message: 'Start',
      task: 't',
    });

    expect(await run(fetch, { product: 'dataproduct:default/local' })).toEqual({
      origin: 'local',
      name: 'local',
      sourcePath: '',
      commit,
    });
    expect(await readdir(workspacePath)).toEqual(['catalog-info.yaml']);
  });

  it.each([
    ['none', {}, 'dataproduct:default/none is not in the catalog'],
    ['component:default/x', {}, 'is not a data product'],
    ['remote', { targetPath: '../out' }, 'not allowed'],
  ])('refuses %s %j', async (product, more, message) => {
    await expect(run(fetch, { product, ...more })).rejects.toThrow(message);
    expect(fetched).toEqual([]);
  });
});

describe('data-mesh:product:change', () => {
  const answers = {
    usage: 'Planners, to plan',
    purpose: 'Orders of the lab.',
    lifecycle: 'production',
    domain: 'domain:default/lab',
    owner: 'group:default/team',
    productOwner: 'user:default/ada',
    outputPorts: [{ name: 'out' }],
  };

  it('changes what was fetched, though its owner is gone', async () => {
    await run(fetch, { product: 'remote' });

    expect(
      await run(change, {
        product: 'remote',
        draft: { ...answers, purpose: 'All orders of the lab.' },
      }),
    ).toEqual({
      entityRef: 'dataproduct:default/remote',
      changedFiles: ['catalog-info.yaml'],
      summary: 'remote: change purpose, output ports',
    });
  });

  it('refuses a new owner that is not in the catalog', async () => {
    await run(fetch, { product: 'remote' });
    await expect(
      run(change, {
        product: 'remote',
        draft: { ...answers, owner: 'group:default/other' },
      }),
    ).rejects.toThrow('group:default/other is not in the catalog');
  });

  it('tells everything that is wrong with the answers at once', async () => {
    await run(fetch, { product: 'remote' });
    await expect(
      run(change, { product: 'remote', draft: { purpose: 'x'.repeat(401) } }),
    ).rejects.toThrow(/for \d+ reasons:\n- .*usage.*\n- purpose/s);
  });

  it('refuses when the file is not where the catalog has read it', async () => {
    await expect(
      run(change, { product: 'remote', draft: answers }),
    ).rejects.toThrow('catalog-info.yaml is not where the catalog has read it');
  });

  it('refuses when the file holds another product', async () => {
    await writeFile(
      join(workspacePath, 'catalog-info.yaml'),
      catalogFile.replace('name: remote', 'name: other'),
    );
    await expect(
      run(change, { product: 'remote', draft: answers }),
    ).rejects.toThrow('no DataProduct named remote');
  });
});
