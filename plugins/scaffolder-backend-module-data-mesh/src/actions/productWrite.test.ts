import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { createProductWriteAction } from './productWrite';

const dir = createMockDirectory();
const workspacePath = dir.resolve('workspace');

const entity = (kind: string, name: string, more: Partial<Entity> = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  spec: {},
  ...more,
  metadata: { name, ...more.metadata },
});

const organisation = [
  entity('Domain', 'lab', {
    relations: [{ type: 'ownedBy', targetRef: 'group:default/unit' }],
  }),
  entity('Group', 'team', {
    relations: [{ type: 'childOf', targetRef: 'group:default/unit' }],
    metadata: {
      name: 'team',
      annotations: { 'gitlab.com/team-path': 'alvenro/data/team' },
    },
  }),
  entity('Group', 'circle', {
    relations: [{ type: 'childOf', targetRef: 'group:default/circle' }],
  }),
  entity('User', 'ada', {
    metadata: { name: 'ada', annotations: { 'github.com/user-login': 'ada' } },
  }),
];

const six = {
  usage: 'Planners, to plan',
  purpose: 'Orders\nof the   lab.',
  name: 'orders',
  domain: 'domain:default/lab',
  owner: 'group:default/team',
  productOwner: 'user:default/ada',
};
const ports = {
  outputPorts: [
    { name: 'out', contract: { objects: [{ name: 't', fields: [] }] } },
  ],
};

function setUp(entities: Entity[] = []) {
  const logger = mockServices.logger.mock();
  const repositories = new LocalRepositories({
    id: 'demo',
    path: dir.resolve('repositories'),
  });
  const action = createProductWriteAction({
    catalog: catalogServiceMock({ entities: [...organisation, ...entities] }),
    repositories,
  });
  async function run(draft: object, more: object = {}) {
    const outputs: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext({
        input: { draft: { ...draft }, ...more },
        workspacePath,
        task: { id: 'task-1' },
      }),
      logger,
      output: (key: string, value: unknown) => {
        outputs[key] = value;
      },
    });
    return outputs;
  }
  return { run, logger, repositories };
}

beforeEach(() => dir.setContent({ workspace: {} }));

describe('data-mesh:product:write', () => {
  it('writes the YAML only, and tells what the skeleton needs', async () => {
    const { run, logger } = setUp();
    expect(
      await run(
        { ...six, publishTo: 'local', unknown: { x: 1 } },
        { targetPath: 'product', annotations: { 'a.b/c': '"x": ${{ y }}' } },
      ),
    ).toEqual({
      entityRef: 'dataproduct:default/orders',
      name: 'orders',
      title: 'Orders',
      description: 'Orders of the lab.',
      domain: six.domain,
      owner: six.owner,
      productOwner: six.productOwner,
      files: ['catalog-info.yaml'],
      waiting: expect.arrayContaining([expect.stringContaining('output port')]),
      codeowners: '@alvenro/data/team @ada',
    });
    expect(await readdir(join(workspacePath, 'product'))).toEqual([
      'catalog-info.yaml',
    ]);
    const text = await readFile(
      join(workspacePath, 'product', 'catalog-info.yaml'),
      'utf8',
    );
    expect(text).toContain('a.b/c: \'"x": ${{ y }}\'');
    expect(text).not.toContain('unknown');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('tells everything that is wrong at once', async () => {
    await expect(
      setUp().run({ ...six, name: 'Not A Name', purpose: 'x'.repeat(401) }),
    ).rejects.toThrow(/for 2 reasons:\n- purpose: .*\n- name: /s);
    await expect(setUp().run({})).rejects.toThrow(/for 6 reasons/);
    expect(await readdir(workspacePath)).toEqual([]);
  });

  it('refuses all that the catalog lacks at once', async () => {
    await expect(
      setUp().run({
        ...six,
        domain: 'domain:default/x',
        owner: 'group:default/y',
        productOwner: 'user:default/z',
      }),
    ).rejects.toThrow(
      /The domain domain:default\/x .*The owner team group:default\/y .*The product owner user:default\/z /s,
    );
  });

  it.each([
    ['DataProduct', 'orders', 'The name orders is taken'],
    [
      'API',
      'orders-v1',
      'The contract of the output port out would be named api:default/orders-v1, which is in the catalog already',
    ],
  ])('refuses a taken name of a %s', async (kind, name, message) => {
    await expect(
      setUp([entity(kind, name)]).run({ ...six, ...ports }),
    ).rejects.toThrow(message);
    expect(await readdir(workspacePath)).toEqual([]);
  });

  it('does not stand in its own way when the task runs again', async () => {
    const place = dir.resolve('repositories/orders/catalog-info.yaml');
    const annotations = { 'backstage.io/managed-by-location': `file:${place}` };
    const { run, repositories } = setUp([
      entity('DataProduct', 'orders', {
        metadata: { name: 'orders', annotations },
      }),
      entity('API', 'orders-v1'),
    ]);
    const source = dir.resolve('source');
    await mkdir(source);
    await writeFile(join(source, 'catalog-info.yaml'), 'kind: DataProduct\n');
    const make = (name: string, task: string) =>
      repositories.create({
        ...{ name, task, source, message: 'Start' },
        author: { name: 'Ada', email: 'ada@alvenro.example' },
      });

    await make('orders', 'task-1');
    expect(await run({ ...six, ...ports })).toMatchObject({ name: 'orders' });
  });

  it('warns of what may still come, and of a team outside the domain', async () => {
    const { run, logger } = setUp();
    await run({
      ...six,
      owner: 'group:default/circle',
      consumer: 'group:default/later',
      inputPorts: [{ name: 'in', source: 'dataproduct:default/later' }],
    });
    expect(logger.warn.mock.calls.flat()).toEqual([
      'The consumer group:default/later is not in the catalog',
      'The source of the input in dataproduct:default/later is not in the catalog',
      expect.stringContaining(
        'group:default/circle does not belong to those who own domain:default/lab',
      ),
    ]);
  });

  it('writes nowhere else', async () => {
    await expect(
      setUp().run(six, { targetPath: '../elsewhere' }),
    ).rejects.toThrow('not allowed');
  });
});
