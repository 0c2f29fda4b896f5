import { useNavigate } from 'react-router-dom';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  ProductList,
  ProductQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ResponseError } from '@backstage/errors';
import { accessibilityProblems } from '../testing/accessibility';
import { link, list, product } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { ruleSets } from '../testing/results';
import { ProductsContent } from './ProductsContent';

const shipments = product();
const excursions = product({
  ref: 'dataproduct:default/cold-chain-excursions',
  title: 'Cold-chain excursions',
  lifecycle: 'experimental',
  usedByTeams: 1,
  portTypes: ['sql'],
});

function answering(answer: ProductList) {
  return {
    getProducts: jest.fn<Promise<ProductList>, [ProductQuery?]>(
      async () => answer,
    ),
  };
}

function responseError(
  status: number,
  message: string,
): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: status === 403 ? 'NotAllowedError' : 'Error', message },
        request: { method: 'GET', url: '/products' },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}

const open = (api: Partial<DataMeshApi>, search = '') =>
  renderWith(<ProductsContent />, { api, at: `/data-mesh/products${search}` });

const address = () => screen.getByTestId('address').textContent;

describe('the list of data products', () => {
  it('shows what a person needs to judge a product', async () => {
    open(answering(list([shipments, excursions], { all: 19 })));

    const [first, second] = await screen.findAllByRole('heading', { level: 2 });
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/shipments',
    );
    expect(second).toHaveTextContent('Cold-chain excursions');
    const row = first.closest('li')!;
    expect(row).toHaveTextContent('source-aligned, In production');
    expect(row).toHaveTextContent('Every parcel from depot to clinic.');
    expect(row).toHaveTextContent('used by 3 teams');
    expect(row).toHaveTextContent('Offered as stream, sql');
    expect(
      within(row).getByRole('link', { name: 'Logistics data' }),
    ).toHaveAttribute('href', '/catalog/default/group/logistics-data');
    expect(
      within(row).getByRole('link', { name: 'Supply chain' }),
    ).toHaveAttribute('href', '/catalog/default/domain/supply-chain');
    expect(second.closest('li')).toHaveTextContent('used by 1 team');
    expect(screen.getByRole('status')).toHaveTextContent('19 data products');
  });

  it('says in words what speaks against a product', async () => {
    open(
      answering(
        list([
          product({ owner: link('group:default/gone', 'gone', false) }),
          product({
            ref: 'dataproduct:default/old',
            lifecycle: 'deprecated',
            successor: link(shipments.ref, 'Shipments'),
            purpose: undefined,
            usedByTeams: 0,
          }),
        ]),
      ),
    );
    expect(await screen.findByText('No team answers for it')).toBeVisible();
    const old = screen.getByText(/Deprecated, use/).closest('li')!;
    expect(old).toHaveTextContent('Deprecated, use Shipments instead');
    expect(old).toHaveTextContent('Its purpose is not written down.');
    expect(old).toHaveTextContent('no known use');
  });

  it('tells the level of a product, and the target it does not reach', async () => {
    const getRuleSets = jest.fn(async () => ruleSets());
    renderWith(<ProductsContent />, {
      api: {
        getRuleSets,
        getProducts: async () =>
          list([
            product({ level: 3, target: 3, meetsTarget: true }),
            product({ ref: 'dataproduct:default/b', level: 2, target: 3 }),
            product({ ref: 'dataproduct:default/c', level: 1 }),
            product({ ref: 'dataproduct:default/d' }),
          ]),
      },
    });
    expect(
      await screen.findByText('Trusted, reaches its target'),
    ).toBeVisible();
    expect(screen.getByText('Usable, below its target Trusted')).toBeVisible();
    expect(screen.getByText('Owned')).toBeVisible();
    expect(screen.getByText('Level not known yet')).toBeVisible();
    expect(getRuleSets).toHaveBeenCalledTimes(1);
  });

  it('searches after a rest in typing and says why a product matched', async () => {
    const user = userEvent.setup();
    const api = {
      getProducts: jest.fn(async (query: ProductQuery = {}) =>
        query.text
          ? list(
              [
                product({
                  matches: [
                    { in: 'purpose', text: 'parcel' },
                    {
                      in: 'field',
                      text: 'temperature_class',
                      contract: link(
                        'api:default/shipments-v2',
                        'shipments-v2',
                      ),
                    },
                  ],
                }),
              ],
              { all: 19 },
            )
          : list([shipments, excursions], { all: 19 }),
      ),
    };
    const { analytics } = open(api);
    await screen.findByText('Cold-chain excursions');

    await user.type(screen.getByRole('searchbox'), 'fridge temperature');

    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        '1 of 19 data products match “fridge temperature”',
      ),
    );
    expect(
      screen.getByText(
        /Found in: Field temperature_class in contract shipments-v2, Purpose/,
      ),
    ).toBeVisible();
    expect(address()).toBe('/data-mesh/products?text=fridge+temperature');
    expect(api.getProducts.mock.calls.map(([query]) => query?.text)).toEqual([
      undefined,
      'fridge temperature',
    ]);
    expect(analytics.getEvents()).toContainEqual(
      expect.objectContaining({
        action: 'search',
        subject: 'fridge temperature',
        value: 1,
      }),
    );
  });

  it('takes everything from a shared link', async () => {
    const api = answering(list([shipments]));
    open(
      api,
      '?text=parcel&domain=domain:default/a&domain=domain:default/b&used=yes&sort=used&cursor=abc',
    );
    await screen.findByText('Shipments');
    expect(api.getProducts.mock.calls[0][0]).toEqual({
      text: 'parcel',
      domain: ['domain:default/a', 'domain:default/b'],
      used: ['yes'],
      sort: 'used',
      cursor: 'abc',
      limit: 20,
    });
    expect(screen.getByRole('searchbox')).toHaveValue('parcel');
    // A filter that is in use is never hidden.
    expect(
      screen.getByRole('textbox', { name: 'Used by others' }),
    ).toBeVisible();
  });

  it('filters with counts, from the first page, and reports it', async () => {
    const user = userEvent.setup();
    const answer = list([shipments], { all: 19, nextCursor: 'n' });
    answer.facets.domain = [
      { value: 'domain:default/supply-chain', title: 'Supply chain', count: 4 },
    ];
    const api = answering(answer);
    const { analytics } = open(api, '?text=parcel&cursor=abc');
    await screen.findByText('Shipments');

    await user.click(screen.getByRole('textbox', { name: 'Domain' }));
    await user.click(screen.getByRole('option', { name: 'Supply chain (4)' }));

    await waitFor(() =>
      expect(address()).toBe(
        '/data-mesh/products?text=parcel&domain=domain%3Adefault%2Fsupply-chain',
      ),
    );
    expect(analytics.getEvents()).toContainEqual(
      expect.objectContaining({
        action: 'filter',
        subject: 'domain',
        attributes: { values: 'domain:default/supply-chain' },
      }),
    );
  });

  it('opens the rarer filters on demand', async () => {
    const user = userEvent.setup();
    open(answering(list([shipments])));
    await screen.findByText('Shipments');
    expect(screen.queryByLabelText('Made for')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'More filters' }));
    for (const name of ['Lifecycle', 'Owner', 'Data class', 'Made for']) {
      expect(screen.getByRole('textbox', { name })).toBeVisible();
    }
  });

  it('shows and takes off what links from team and person pages set', async () => {
    const user = userEvent.setup();
    open(
      answering(list([shipments])),
      '?consumer=group:default/logistics-data&type=aggregate',
    );
    await user.click(
      await screen.findByRole('button', {
        name: 'Remove the filter “Used by logistics-data”',
      }),
    );
    expect(address()).toBe('/data-mesh/products?type=aggregate');
  });

  it('undoes a filter, and a search as a whole, with the back button', async () => {
    const user = userEvent.setup();
    const Back = () => {
      const navigate = useNavigate();
      return (
        <button type="button" onClick={() => navigate(-1)}>
          Back
        </button>
      );
    };
    renderWith(
      <>
        <ProductsContent />
        <Back />
      </>,
      {
        api: answering(list([shipments], { all: 19 })),
        at: '/data-mesh/products?type=aggregate',
      },
    );
    await screen.findByText('Shipments');
    const search = screen.getByRole('searchbox');
    await user.type(search, 'fri{enter}dge{enter}');
    await user.click(screen.getByRole('button', { name: /Sort/ }));
    await user.click(screen.getByRole('option', { name: 'Domain' }));
    expect(address()).toBe(
      '/data-mesh/products?text=fridge&type=aggregate&sort=domain',
    );

    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(address()).toBe('/data-mesh/products?text=fridge&type=aggregate');
    expect(search).toHaveValue('fridge');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(address()).toBe('/data-mesh/products?type=aggregate');
    expect(search).toHaveValue('');
  });

  it('sorts', async () => {
    const user = userEvent.setup();
    open(answering(list([shipments])));
    await screen.findByText('Shipments');
    await user.click(screen.getByRole('button', { name: /Sort/ }));
    expect(screen.queryByRole('option', { name: 'Best match' })).toBeNull();
    await user.click(screen.getByRole('option', { name: 'Most used' }));
    expect(address()).toBe('/data-mesh/products?sort=used');
  });

  it('goes through pages and moves the focus to them', async () => {
    const user = userEvent.setup();
    const api = {
      getProducts: jest.fn(async (query: ProductQuery = {}) =>
        query.cursor === 'second'
          ? list([excursions], { total: 21, all: 21, prevCursor: 'first' })
          : list([shipments], { total: 21, all: 21, nextCursor: 'second' }),
      ),
    };
    open(api);
    await screen.findByText('Shipments');
    expect(
      screen.getByRole('button', { name: 'Previous page' }),
    ).toBeDisabled();

    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('Cold-chain excursions');
    expect(address()).toBe('/data-mesh/products?cursor=second');
    expect(screen.getByRole('region', { name: 'Data products' })).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    await screen.findByText('Shipments');
    expect(address()).toBe('/data-mesh/products?cursor=first');
  });

  it('says what was searched when nothing matches, and clears it', async () => {
    const user = userEvent.setup();
    open(
      answering(list([], { all: 19 })),
      '?text=unicorns&domain=domain:default/supply-chain',
    );
    expect(
      await screen.findByText(/“unicorns”, Domain supply-chain/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(address()).toBe('/data-mesh/products');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('says how to start when there are no products at all', async () => {
    open(answering(list([])));
    expect(
      await screen.findByText('There are no data products yet'),
    ).toBeVisible();
    const steps = within(
      screen.getByRole('region', { name: 'Data products' }),
    ).getAllByRole('link');
    expect(steps).toHaveLength(3);
  });

  it('keeps the place of rows while they load', async () => {
    open({ getProducts: () => new Promise(() => {}) });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Loading data products',
    );
    expect(screen.getByRole('searchbox')).toBeEnabled();
  });

  it('says what failed and tries again', async () => {
    const user = userEvent.setup();
    const getProducts = jest
      .fn()
      .mockRejectedValueOnce(await responseError(503, 'The store is away.'))
      .mockResolvedValueOnce(list([shipments]));
    open({ getProducts });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The store is away.',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Shipments')).toBeVisible();
  });

  it('leads out of a page that is gone', async () => {
    const user = userEvent.setup();
    const gone = await responseError(400, 'The cursor is not valid.');
    open(
      {
        getProducts: async query => {
          if (query?.cursor) {
            throw gone;
          }
          return list([shipments]);
        },
      },
      '?cursor=old&type=aggregate',
    );
    await user.click(
      await screen.findByRole('button', { name: 'Back to the first page' }),
    );
    expect(await screen.findByText('Shipments')).toBeVisible();
    expect(address()).toBe('/data-mesh/products?type=aggregate');
  });

  it('tells who may not see it', async () => {
    const getProducts = jest
      .fn()
      .mockRejectedValue(await responseError(403, 'no'));
    open({ getProducts });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('tells when the portal has no data mesh backend', async () => {
    const getProducts = jest
      .fn()
      .mockRejectedValue(await responseError(404, 'no'));
    open({ getProducts });
    expect(
      await screen.findByText('The data mesh backend does not answer here'),
    ).toBeVisible();
  });

  it('reports which result was opened', async () => {
    const { analytics } = open(answering(list([shipments, excursions])));
    fireEvent.click(await screen.findByText('Cold-chain excursions'));
    expect(analytics.getEvents()).toContainEqual(
      expect.objectContaining({
        action: 'discover',
        subject: 'Cold-chain excursions',
        attributes: {
          to: '/catalog/default/dataproduct/cold-chain-excursions',
        },
        value: 2,
      }),
    );
  });

  it('is accessible, with rows, without and while loading', async () => {
    const user = userEvent.setup();
    open(
      answering(
        list(
          [shipments, product({ ref: 'dataproduct:a/b', owner: undefined })],
          { nextCursor: 'n' },
        ),
      ),
      '?text=a&consumer=group:default/a',
    );
    await screen.findAllByText('Shipments');
    await user.click(screen.getByRole('button', { name: 'More filters' }));
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });
});
