import { ConfigReader } from '@backstage/config';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { LocalFiles, readLocalFolders } from './LocalFiles';

describe('LocalFiles', () => {
  const directory = createMockDirectory();
  const at = (path: string) => directory.resolve(path);
  beforeAll(() => {
    directory.setContent({
      'secret.yaml': 'a: 1',
      'folder-beside/catalog-info.yaml': 'a: 1',
      folder: {
        orders: { 'catalog-info.yaml': 'a: ä\n' },
        repo: {
          '.git': {},
          'deep/catalog-info.yaml': 'a: 1\n',
        },
        'large.yaml': Buffer.alloc(1024 * 1024 + 1, 32),
        'binary.yaml': Buffer.from([0xff, 0xfe]),
      },
    });
    symlinkSync(at('secret.yaml'), at('folder/link.yaml'));
    symlinkSync(at('folder'), at('other-name'));
  });
  const files = () => new LocalFiles([at('folder'), at('other-name')]);

  it('reads a file of a folder', async () => {
    expect(await files().read(at('folder/orders/catalog-info.yaml'))).toEqual({
      repository: { key: `file:${at('folder')}`, name: 'folder' },
      path: 'orders/catalog-info.yaml',
      content: 'a: ä\n',
    });
  });

  it('knows the repository that a file is in', async () => {
    expect(
      await files().read(at('folder/repo/deep/catalog-info.yaml')),
    ).toMatchObject({
      repository: { key: `file:${at('folder/repo')}`, name: 'repo' },
      path: 'deep/catalog-info.yaml',
    });
  });

  it('takes a folder by another name for the same', async () => {
    expect(
      await files().read(at('other-name/orders/catalog-info.yaml')),
    ).toMatchObject({ repository: { name: 'folder' } });
  });

  it.each([
    ['secret.yaml', /outside the folders/],
    ['folder/../secret.yaml', /outside the folders/],
    ['folder-beside/catalog-info.yaml', /outside the folders/],
    ['folder/link.yaml', /outside the folders/],
    ['folder/none.yaml', /not where the catalog has read it/],
    ['folder/orders', /not a file/],
    ['folder/large.yaml', /larger than 1 MiB \(1048577 bytes\)/],
    ['folder/binary.yaml', /not text in UTF-8/],
  ])('refuses %s', async (path, message) => {
    const full = `${directory.path}/${path}`;
    await expect(files().read(full)).rejects.toThrow(message);
  });

  it('has the folders of the configuration, none by default', () => {
    expect(readLocalFolders(new ConfigReader({}))).toEqual([]);
    const dataMeshLocalFolder = { a: { path: 'x/y' }, b: { path: '/z' } };
    expect(
      readLocalFolders(
        new ConfigReader({ catalog: { providers: { dataMeshLocalFolder } } }),
      ),
    ).toEqual([resolve('x/y'), '/z']);
  });
});
