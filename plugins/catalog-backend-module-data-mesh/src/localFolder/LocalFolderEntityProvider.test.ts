import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { rm, writeFile } from 'node:fs/promises';
import { LocalFolderEntityProvider } from './LocalFolderEntityProvider';

const dir = createMockDirectory();

function product(name: string) {
  return `{ apiVersion: a/v1, kind: DataProduct, metadata: { name: ${name} } }`;
}

async function setup() {
  const mutations: string[][] = [];
  const connection = {
    refresh: jest.fn(),
    applyMutation: jest.fn(async (mutation: EntityProviderMutation) => {
      const added =
        mutation.type === 'full' ? mutation.entities : mutation.added;
      const removed = mutation.type === 'full' ? [] : mutation.removed;
      mutations.push([
        mutation.type,
        ...added.map(
          ({ entity, locationKey }) =>
            `${stringifyEntityRef(entity).split('/')[1]} ${locationKey}`,
        ),
        ...removed.map(r => ('entityRef' in r ? `- ${r.entityRef}` : '')),
      ]);
    }),
  };
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const taskRunner = { run: jest.fn(async ({ fn }) => fn()) };
  const provider = new LocalFolderEntityProvider({
    config: {
      id: 'demo',
      path: dir.path,
      catalogPath: '*.yaml',
      schedule: { frequency: { seconds: 1 }, timeout: { seconds: 1 } },
    },
    logger,
    taskRunner,
  });
  const refresh = async () => {
    mutations.length = 0;
    await provider.refresh();
    return [...mutations];
  };
  const connect = async () => {
    await provider.connect(connection);
    return [...mutations];
  };
  return { provider, connection, connect, refresh, logger, taskRunner };
}

describe('LocalFolderEntityProvider', () => {
  beforeEach(() => dir.clear());

  it('hands on what the folder holds, and only when it changed', async () => {
    dir.setContent({ 'a.yaml': product('a'), 'b.yaml': product('b') });
    const { connect, refresh, taskRunner } = await setup();
    expect(await connect()).toEqual([
      [
        'full',
        'a data-mesh-local-folder:demo',
        'b data-mesh-local-folder:demo',
      ],
    ]);
    expect(taskRunner.run).toHaveBeenCalledWith({
      id: 'data-mesh-local-folder:demo:refresh',
      fn: expect.any(Function),
    });
    expect(await refresh()).toEqual([]);
    await rm(dir.resolve('a.yaml'));
    expect(await refresh()).toEqual([
      ['full', 'b data-mesh-local-folder:demo'],
    ]);
  });

  it('removes nothing of a file that it never could read', async () => {
    dir.setContent({
      'a.yaml': product('a'),
      'b.yaml': 'b: [',
      'c.yaml': product('c'),
    });
    const { connect, refresh } = await setup();
    expect(await connect()).toEqual([
      [
        'delta',
        'a data-mesh-local-folder:demo',
        'c data-mesh-local-folder:demo',
      ],
    ]);
    await rm(dir.resolve('a.yaml'));
    expect(await refresh()).toEqual([
      ['delta', 'c data-mesh-local-folder:demo', '- dataproduct:default/a'],
    ]);
    await writeFile(dir.resolve('b.yaml'), product('b'));
    expect(await refresh()).toEqual([
      [
        'full',
        'b data-mesh-local-folder:demo',
        'c data-mesh-local-folder:demo',
      ],
    ]);
    // From here on it is known what the file held.
    await writeFile(dir.resolve('b.yaml'), 'b: [');
    await rm(dir.resolve('c.yaml'));
    expect(await refresh()).toEqual([
      ['full', 'b data-mesh-local-folder:demo'],
    ]);
  });

  it('tries again what the catalog did not take', async () => {
    dir.setContent({ 'a.yaml': product('a') });
    const { connect, connection, refresh } = await setup();
    connection.applyMutation.mockRejectedValueOnce(new Error('no database'));
    await expect(connect()).rejects.toThrow('no database');
    expect(await refresh()).toHaveLength(1);
    expect(await refresh()).toHaveLength(0);
  });

  it('logs a problem once, and once that it is gone', async () => {
    dir.setContent({ 'a.yaml': 'a: [' });
    const { connect, refresh, provider, logger } = await setup();
    await connect();
    await refresh();
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^a.yaml:1:5 is not valid YAML: /)],
    ]);
    expect(provider.problems).toEqual([
      {
        file: 'a.yaml',
        line: 1,
        column: 5,
        message: expect.stringMatching(/^is not valid YAML: /),
        lastGoodKept: false,
      },
    ]);
    await writeFile(dir.resolve('a.yaml'), product('a'));
    await refresh();
    expect(provider.problems).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(/^No longer: a.yaml:1:5 is not valid YAML/),
    );
  });

  it('reads once more when asked while it reads', async () => {
    dir.setContent({ 'a.yaml': product('a') });
    const { connect, connection, provider } = await setup();
    let release = () => {};
    connection.applyMutation.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          release = resolve;
        }),
    );
    const connecting = connect();
    while (connection.applyMutation.mock.calls.length === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    await writeFile(dir.resolve('b.yaml'), product('b'));
    const asked = [provider.refresh(), provider.refresh(), provider.refresh()];
    release();
    await Promise.all([connecting, ...asked]);
    expect(connection.applyMutation).toHaveBeenCalledTimes(2);
  });

  it('does nothing before the catalog is there', async () => {
    dir.setContent({ 'a.yaml': product('a') });
    const { provider, refresh } = await setup();
    expect(await refresh()).toEqual([]);
    expect(provider.problems).toEqual([]);
  });
});
