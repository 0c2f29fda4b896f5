import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { folderOf, locateProduct } from './locateProduct';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com' }, { host: 'git.alvenro.example' }],
      gitlab: [{ host: 'gitlab.com', token: 't' }],
      azure: [{ host: 'dev.azure.com' }],
    },
  }),
);
const repositories = new LocalRepositories({ id: 'demo', path: '/srv/repos' });

const at = (location?: string): Entity => ({
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: {
    name: 'lab-orders',
    annotations: location
      ? { 'backstage.io/managed-by-location': location }
      : {},
  },
});

describe('locateProduct', () => {
  it.each([
    [
      'file:/srv/repos/lab-orders/catalog-info.yaml',
      { origin: 'local', name: 'lab-orders', file: 'catalog-info.yaml' },
    ],
    [
      'url:https://github.com/alvenro/lab-orders/blob/main/catalog-info.yaml',
      {
        origin: 'github',
        name: 'lab-orders',
        file: 'catalog-info.yaml',
        repoUrl: 'github.com?owner=alvenro&repo=lab-orders',
        branch: 'main',
      },
    ],
    [
      'url:https://github.com/alvenro/mesh/tree/trunk/products/lab-orders/product.yaml',
      {
        origin: 'github',
        name: 'mesh',
        file: 'products/lab-orders/product.yaml',
        repoUrl: 'github.com?owner=alvenro&repo=mesh',
        branch: 'trunk',
      },
    ],
    [
      'url:https://git.alvenro.example/data/lab-orders/blob/main/catalog-info.yaml',
      {
        origin: 'github',
        repoUrl: 'git.alvenro.example?owner=data&repo=lab-orders',
      },
    ],
    [
      'url:https://gitlab.com/alvenro/data/lab-orders/-/blob/main/sub/catalog-info.yaml',
      {
        origin: 'gitlab',
        name: 'lab-orders',
        file: 'sub/catalog-info.yaml',
        repoUrl: 'gitlab.com?owner=alvenro%2Fdata&repo=lab-orders',
        branch: 'main',
      },
    ],
    [
      'url:https://dev.azure.com/alvenro/mesh/_git/lab-orders?path=/catalog-info.yaml',
      { origin: 'other', name: 'lab-orders', file: 'catalog-info.yaml' },
    ],
  ])('of %s', (location, expected) => {
    expect(
      locateProduct(at(location), { integrations, repositories }),
    ).toMatchObject(expected);
  });

  it.each([
    ['file:/srv/products/lab-orders/catalog-info.yaml', 'change it there'],
    ['file:/srv/repos/../x/catalog-info.yaml', 'change it there'],
    ['file:/srv/repos/catalog-info.yaml', 'change it there'],
    ['bootstrap:bootstrap', 'was not read from a file'],
    [undefined, 'was not read from a file'],
  ])('refuses %s', (location, message) => {
    expect(() =>
      locateProduct(at(location), { integrations, repositories }),
    ).toThrow(message);
    expect(() => locateProduct(at(location), { integrations })).toThrow(
      message,
    );
  });
});

describe('folderOf', () => {
  it.each([
    ['catalog-info.yaml', ''],
    ['a/b/catalog-info.yaml', 'a/b'],
  ])('of %s', (file, folder) => {
    expect(folderOf({ origin: 'local', name: 'x', file })).toBe(folder);
  });
});
