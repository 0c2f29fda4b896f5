import { ConfigReader } from '@backstage/config';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { DeliveredEvidence } from '@backstage-data-mesh/plugin-data-mesh-node';
import { Readable } from 'node:stream';
import { readFileEntries } from './config';
import { FileEvidenceSource } from './FileEvidenceSource';

const AT = '2026-01-15T09:30:00Z';
const oors = (contractId: string, status: string) =>
  JSON.stringify({
    kind: 'ObservabilityResults',
    observedAt: AT,
    contract: { contractId },
    results: [{ status }],
  });
const dbt = (results: Record<string, string>) =>
  JSON.stringify({
    metadata: { generated_at: AT },
    results: Object.entries(results).map(([unique_id, status]) => ({
      unique_id,
      status,
    })),
  });

const urlReader = mockServices.urlReader.mock({
  readUrl: jest.fn(async url => {
    if (url.endsWith('/missing')) {
      throw new Error('404');
    }
    const buffer = Buffer.from(
      url.endsWith('/large') ? 'x'.repeat(1024 * 1024 + 1) : oors('o', 'fail'),
    );
    return url.endsWith('/stream')
      ? { buffer: async () => buffer, stream: () => Readable.from([buffer]) }
      : { buffer: async () => buffer };
  }),
});
const directory = createMockDirectory();

const entryOf = (entry: JsonObject) =>
  readFileEntries(
    new ConfigReader({ dataMesh: { evidence: { files: [entry] } } }),
  )[0];

async function collect(entry: JsonObject) {
  const source = new FileEvidenceSource(
    entryOf({ id: 'x', format: 'bitol-oors', ...entry }),
    urlReader,
  );
  const items: DeliveredEvidence[] = [];
  try {
    for await (const batch of source.collect({
      signal: new AbortController().signal,
    })) {
      items.push(...batch);
    }
  } catch (error) {
    return { items, problem: (error as Error).message };
  }
  return { items, problem: undefined };
}

describe('FileEvidenceSource', () => {
  beforeEach(() => directory.clear());

  it('reads a file of one product', async () => {
    directory.setContent({ 'results.json': oors('any', 'pass') });
    expect(
      await collect({
        target: directory.resolve('results.json'),
        product: 'orders',
        key: 'promises.kept',
      }),
    ).toEqual({
      items: [
        {
          entityRef: 'dataproduct:default/orders',
          key: 'promises.kept',
          value: true,
          observedAt: AT,
        },
      ],
      problem: undefined,
    });
  });

  it('tells products apart: each passed if all of its tests passed', async () => {
    directory.setContent({
      'run_results.json': dbt({
        'test.lab.a_orders': 'pass',
        'test.lab.b_orders': 'fail',
        'test.lab.c_orders': 'pass',
        'test.lab.a_results': 'pass',
        'test.lab.other': 'fail',
      }),
    });
    const { items, problem } = await collect({
      format: 'dbt-run-results',
      target: directory.resolve('run_results.json'),
      products: [
        { about: '*_orders', product: 'lab-orders' },
        { about: 'test.lab.*_results', product: 'dataproduct:lab/results' },
      ],
    });
    expect(problem).toBeUndefined();
    expect(items).toMatchObject([
      { entityRef: 'dataproduct:default/lab-orders', value: false },
      { entityRef: 'dataproduct:lab/results', value: true },
    ]);
    expect(items[0].key).toBe('quality.passed');
  });

  it.each(['https://a.example/stream', 'https://a.example/buffer'])(
    'reads %s',
    async target => {
      const { items } = await collect({ target, product: 'orders' });
      expect(items).toMatchObject([{ value: false }]);
    },
  );

  it('delivers what it can, then says what is wrong and where', async () => {
    directory.setContent({
      'results.yaml': `${oors('a', 'pass')}\n---\nkind: Other\n`,
    });
    const target = directory.resolve('results.yaml');
    const { items, problem } = await collect({ target, product: 'orders' });
    expect(items).toHaveLength(1);
    expect(problem).toMatch(/results\.yaml: Document 2: kind: /);
  });

  it.each([
    ['https://a.example/missing', 'https://a.example/missing: 404'],
    ['https://a.example/large', 'It is larger than 1 MB'],
    ['/no/such/file.yaml', 'ENOENT'],
  ])('fails on %s', async (target, message) => {
    const { items, problem } = await collect({ target, product: 'orders' });
    expect(items).toEqual([]);
    expect(problem).toContain(message);
  });

  it('says when nothing is about a product', async () => {
    const { problem } = await collect({
      target: 'https://a.example/x',
      products: [{ about: 'p', product: 'orders' }],
    });
    expect(problem).toContain('Nothing in it is about a product, such as “o”.');
  });
});

describe('readFileEntries', () => {
  const good = {
    id: 'lab',
    target: 'x',
    format: 'bitol-oors',
    product: 'orders',
  };

  it('fills in what is usual', () => {
    expect(entryOf(good)).toMatchObject({
      title: 'lab',
      key: 'quality.passed',
      every: { hours: 1 },
      timeout: undefined,
      dimensions: undefined,
    });
    expect(
      entryOf({ ...good, every: { minutes: 5 }, timeout: 'PT10S' }),
    ).toMatchObject({ every: { minutes: 5 }, timeout: { seconds: 10 } });
    expect(readFileEntries(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [{ ...good, format: 'junit' }, 'files[0].format is “junit”'],
    [{ ...good, key: 'usage.last30Days' }, 'files[0].key is'],
    [{ ...good, key: 'governance.representative' }, 'files[0].key is'],
    [{ ...good, product: 'a:b:c' }, 'files[0].product is “a:b:c”'],
    [{ ...good, products: [] }, 'files[0] has to name either'],
    [{ ...good, product: undefined }, 'files[0] has to name either'],
    [
      { ...good, product: undefined, products: [{ about: '*', product: ':' }] },
      'files[0].products[0].product is',
    ],
    [{ ...good, every: 'often' }, 'every'],
    [{ ...good, target: undefined }, 'target'],
  ])('refuses %j', (entry, message) => {
    expect(() => entryOf(entry as JsonObject)).toThrow(message);
  });
});
