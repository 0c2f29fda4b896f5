import { productOf } from '../__testUtils__/entities';
import { CatalogFiles } from './CatalogFiles';

const at = (location: string) =>
  productOf(
    'a',
    {},
    { annotations: { 'backstage.io/managed-by-location': location } },
  );
const fileAt = (path: string) => ({
  repository: { key: 'r', name: 'r' },
  path,
  content: '',
});

describe('CatalogFiles', () => {
  it('reads each location once, from where it is', async () => {
    const local = { read: jest.fn(async (path: string) => fileAt(path)) };
    const remote = { read: jest.fn(async (url: string) => fileAt(url)) };
    const files = new CatalogFiles({ local, remote });
    const read = await files.read([
      at('file:/a.yaml'),
      at('url:https://x.example/b.yaml'),
      at('file:/a.yaml'),
    ]);
    expect([...read]).toEqual([
      ['file:/a.yaml', { file: fileAt('/a.yaml') }],
      [
        'url:https://x.example/b.yaml',
        { file: fileAt('https://x.example/b.yaml') },
      ],
    ]);
    expect(local.read).toHaveBeenCalledTimes(1);
  });

  it('gives up when hosts are slow, and says so', async () => {
    const read = async (path: string) => {
      await new Promise(resolve => setTimeout(resolve, 300));
      return fileAt(path);
    };
    const files = new CatalogFiles({
      local: { read },
      remote: { read },
      allInMs: 200,
    });
    const found = await files.read(
      Array.from({ length: 30 }, (_, i) => at(`url:${i}`)),
    );
    const results = [...found.values()];
    expect(results.filter(result => 'file' in result)).toHaveLength(10);
    expect(results.at(-1)).toEqual({
      problem: expect.stringMatching(/took too long. Ask for fewer products/),
    });
  });
});
