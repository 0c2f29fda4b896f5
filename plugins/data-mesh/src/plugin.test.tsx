import { screen, waitFor } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { testApis } from './api/testApis';
import { dataMeshPlugin } from './plugin';
import { entity } from './testing/entities';
import {
  answeringWith,
  productDetail,
  productEntity,
} from './testing/productPage';
import { domainProfile, profileProduct } from './testing/domains';
import { noShowTree, valueTree } from './testing/goals';
import { list, product } from './testing/products';
import { renderEntityPage } from './testing/renderEntityPage';
import { resultsOf, ruleSets } from './testing/ruleSets';

const features = [dataMeshPlugin];
const getProducts = jest.fn(async () => list([product()]));
const api = (type: string) => ({
  ...entity('API', 'orders-v1'),
  spec: { type },
});
const toShipments: [string, string][] = [['ownerOf', product().ref]];

beforeEach(() => getProducts.mockClear());

describe('the page', () => {
  const open = (at: string) =>
    renderTestApp({
      features,
      apis: [...testApis({ getProducts }), catalogApiMock()],
      initialRouteEntries: [at],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });

  it('is in the navigation and opens with the list of data products', async () => {
    open('/data-mesh');
    expect(await screen.findByText('Shipments')).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Data products' })).toHaveAttribute(
      'href',
      '/data-mesh/products',
    );
    expect(
      screen.getAllByRole('link', { name: 'Data mesh' })[0],
    ).toHaveAttribute('href', '/data-mesh');
  });

  it('takes the query of the address', async () => {
    open('/data-mesh/products?type=aggregate');
    await screen.findByText('Shipments');
    expect(getProducts).toHaveBeenCalledWith(
      { type: ['aggregate'], limit: 20 },
      { signal: expect.any(AbortSignal) },
    );
  });
});

describe('the tab of domains', () => {
  it('is a page of its own', async () => {
    renderTestApp({
      features,
      apis: [
        ...testApis({
          getDomains: async () => ({
            items: [domainProfile().row!],
            notTakingPart: 2,
          }),
          getRuleSets: async () => ruleSets(),
        }),
        catalogApiMock(),
      ],
      initialRouteEntries: ['/data-mesh/domains'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(await screen.findByText('1 of 3 domains takes part')).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Domains' })).toHaveAttribute(
      'href',
      '/data-mesh/domains',
    );
  });
});

describe('the pages of products and contracts', () => {
  it('has the cards of a product in the order a reader needs', async () => {
    const getValueTree = jest.fn(async () => valueTree(noShowTree()));
    const backend = { ...answeringWith(productDetail()), getValueTree };
    renderEntityPage(
      productEntity({ access: { url: 'https://example.com/access' } }),
      { features, api: backend },
    );
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('heading', { level: 3 })
          .map(({ textContent }) => textContent),
      ).toEqual([
        'What it is',
        'How to use it',
        'What it is for',
        'Maturity',
        'Ownership',
      ]),
    );
    const line = await screen.findByText(/answers for it/);
    expect(line.compareDocumentPosition(screen.getByText('What it is'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(backend.getProduct).toHaveBeenCalledTimes(1);
    expect(backend.getResults).toHaveBeenCalledTimes(1);
    expect(getValueTree).toHaveBeenCalledTimes(1);
  });

  it('has the tab of a contract', async () => {
    renderEntityPage(api('odcs'), { features });
    expect(
      await screen.findByText('No contract is written down here'),
    ).toBeVisible();
  });

  it('leaves other APIs alone', async () => {
    renderEntityPage(api('openapi'), { features });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});

describe('the cards of other kinds', () => {
  const measured = {
    getProducts,
    getDomainProfile: async () =>
      domainProfile({ products: [profileProduct()] }),
    getResults: async () => resultsOf('domain:default/a', 'A'),
    getRuleSets: async () => ruleSets(),
    getValueTree: async () => valueTree(noShowTree()),
    listResults: async () => ({ items: [], total: 0 }),
  };

  it.each([
    [
      'Domain',
      [['hasPart', product().ref]] as [string, string][],
      ['Maturity', 'Ownership', 'Goals', 'Data products (3)'],
      0,
    ],
    [
      'Group',
      toShipments,
      [
        'Open on our data products',
        'Data products we own (1)',
        'Data products we use (1)',
      ],
      2,
    ],
    ['User', toShipments, ['Data products I answer for (1)'], 1],
  ])('%s', async (kind, relations, titles, requests) => {
    renderEntityPage(entity(kind, 'a', relations), {
      features,
      api: measured,
    });
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('heading', { level: 3 })
          .map(({ textContent }) => textContent)
          .slice(0, titles.length),
      ).toEqual(titles),
    );
    expect(getProducts).toHaveBeenCalledTimes(requests);
  });

  it('are on a domain that says it takes part before it has a product', async () => {
    const domain = entity('Domain', 'a');
    domain.metadata.annotations = {
      'backstage-data-mesh.io/participates': 'true',
    };
    renderEntityPage(domain, { features, api: measured });
    expect(await screen.findByText('Ownership')).toBeVisible();
  });

  it('have a tab with all rules of a domain', async () => {
    renderEntityPage(entity('Domain', 'a', [['hasPart', product().ref]]), {
      features,
      api: measured,
    });
    expect(
      await screen.findByRole('heading', { name: 'Give and take' }),
    ).toBeVisible();
  });

  it.each([
    ['Domain', [['hasPart', 'system:default/a']]],
    ['Group', [['hasMember', 'user:default/a']]],
    ['User', [['memberOf', 'group:default/a']]],
    ['Component', [['ownedBy', 'group:default/a']]],
    ['API', []],
  ] as [string, [string, string][]][])(
    'are not on a %s that has nothing to do with data products',
    async (kind, relations) => {
      renderEntityPage(entity(kind, 'a', relations), {
        features,
        api: { getProducts },
      });
      expect(
        await screen.findByTestId('empty-entity-page'),
      ).toBeInTheDocument();
      expect(getProducts).not.toHaveBeenCalled();
    },
  );
});
