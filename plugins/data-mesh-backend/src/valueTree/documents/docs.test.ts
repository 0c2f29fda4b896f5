import { mockServices } from '@backstage/backend-test-utils';
import { parseValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readDocumentSources } from './DocumentSource';

const text = readFileSync(
  resolve(__dirname, '../../../../../docs/goals-in-git.md'),
  'utf8',
);
const [document, config] = [...text.matchAll(/```yaml\n([^]*?)```/g)].map(
  ([, block]) => block,
);
const urlReader = mockServices.urlReader.mock();

describe('docs/goals-in-git.md', () => {
  it('has a document that can be read', () => {
    const read = parseValueTree(document);
    expect(read.problems).toEqual([]);
    expect(read.document?.nodes.map(({ id }) => id)).toEqual([
      'DG-1',
      'B-01',
      'I-01',
    ]);
  });

  it('has a configuration that is understood', () => {
    const sources = readDocumentSources(
      mockServices.rootConfig({ data: parse(config) }),
      urlReader,
    );
    expect(sources).toMatchObject([
      {
        id: 'company',
        mode: 'managed',
        isLocal: false,
        schedule: { frequency: { minutes: 5 } },
      },
      {
        id: 'beginnings',
        mode: 'seed',
        isLocal: true,
        schedule: { frequency: { hours: 1 } },
      },
    ]);
  });
});

describe('readDocumentSources', () => {
  const sourcesOf = (documents: object[]) =>
    readDocumentSources(
      mockServices.rootConfig({
        data: { dataMesh: { valueTree: { documents } } },
      }),
      urlReader,
    );

  it('takes the target for the id, and reads it as Backstage does', async () => {
    const target = 'https://example.com/tree.yaml';
    urlReader.readUrl.mockResolvedValue({
      buffer: async () => Buffer.from('kind: ValueTree'),
    });
    const [source] = sourcesOf([{ target, mode: 'managed' }]);
    expect(source.id).toBe(target);
    await expect(source.read(AbortSignal.timeout(1000))).resolves.toBe(
      'kind: ValueTree',
    );
    expect(urlReader.readUrl).toHaveBeenCalledWith(target, expect.anything());
  });

  it('takes nothing over unless it is told to', () => {
    const sources = sourcesOf([
      { target: 'a', mode: 'managed' },
      { target: 'b', mode: 'managed', takeOver: true },
    ]);
    expect(sources.map(({ takeOver }) => takeOver)).toEqual([undefined, true]);
  });

  it('reads a file', async () => {
    const [source] = sourcesOf([{ target: __filename, mode: 'seed' }]);
    await expect(source.read(AbortSignal.timeout(1000))).resolves.toContain(
      'reads a file',
    );
  });

  it.each([
    [{ mode: 'seed' }, 'target'],
    [{ target: 'a' }, 'mode'],
    [
      { target: 'a', mode: 'other' },
      'dataMesh.valueTree.documents[0].mode is “other”; it has to be managed or seed',
    ],
    [
      { target: 'a', mode: 'seed', takeOver: true },
      'dataMesh.valueTree.documents[0].takeOver is for documents whose mode is managed',
    ],
  ])('says what is wrong with %j', (entry, problem) => {
    expect(() => sourcesOf([entry])).toThrow(problem);
  });
});
