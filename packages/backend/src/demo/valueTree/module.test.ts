import { parseValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  dataMeshValueTreeExtensionPoint,
  ValueTreeDocumentToAdd,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { resolve } from 'node:path';
import { demoValueTreeModule } from './module';
import { readValueTree } from './readValueTree';

const FILE = resolve(__dirname, '../../../../../catalog-info/value-tree.yaml');

async function documentsWith(dataMeshDemo: Record<string, string>) {
  const documents: ValueTreeDocumentToAdd[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'data-mesh',
    register(env) {
      env.registerExtensionPoint(dataMeshValueTreeExtensionPoint, {
        addDocument: document => documents.push(document),
      });
      env.registerInit({ deps: {}, init: async () => {} });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      demoValueTreeModule,
      mockServices.rootConfig.factory({ data: { dataMeshDemo } }),
    ],
  });
  await backend.stop();
  return documents;
}

describe('the value tree of the demo', () => {
  const directory = createMockDirectory();

  it('is a seed, with days counted from day 0', async () => {
    directory.setContent({ 'demo-day-0': Buffer.from('2026-03-01') });
    const [document] = await documentsWith({
      directory: directory.path,
      valueTree: FILE,
    });
    expect(document).toMatchObject({ id: 'alvenro', mode: 'seed' });

    const text = await document.read();
    expect(text).not.toMatch(/: D([+-]\d+)?$/m);
    const { document: tree, problems } = parseValueTree(text);
    expect(problems).toEqual([]);
    const count = (kind: string) =>
      tree!.nodes.filter(node => node.kind === kind).length;
    expect(['vision', 'goal', 'bet', 'initiative'].map(count)).toEqual([
      1, 10, 12, 10,
    ]);
    const measures = tree!.nodes.flatMap(node => node.measures);
    expect(measures).toHaveLength(15);
    expect(measures.find(({ id }) => id === 'M-01')).toMatchObject({
      fields: { baseline: { value: 41, date: '2025-03-06' } },
      checkIns: [{}, {}, {}, {}, { value: 30.5, date: '2026-02-23' }],
    });
    expect(tree!.nodes.find(({ id }) => id === 'B-12')).toMatchObject({
      state: 'stopped',
      decisions: [{ type: 'stop', date: '2025-01-05' }],
    });
  });

  it('is left out where nothing is configured', async () => {
    await expect(documentsWith({})).resolves.toEqual([]);
  });

  it.each([['a: ['], ['date: D+999999999']])(
    'names the file that cannot be read: %s',
    async content => {
      directory.setContent({ 'odd.yaml': content });
      const file = directory.resolve('odd.yaml');
      await expect(readValueTree(file, '2026-03-01')).rejects.toThrow(file);
    },
  );

  it('names a file that is not there', async () => {
    const file = directory.resolve('none.yaml');
    await expect(readValueTree(file, '2026-03-01')).rejects.toThrow(file);
  });
});
