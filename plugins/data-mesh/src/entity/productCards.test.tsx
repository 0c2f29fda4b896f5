import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResponseError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { ProductQuery } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { entity } from '../testing/entities';
import { link, list, product } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { DomainProductsCard } from './domain/DomainProductsCard';
import { GroupOwnedProductsCard } from './group/GroupOwnedProductsCard';
import { GroupUsedProductsCard } from './group/GroupUsedProductsCard';
import { UserProductsCard } from './user/UserProductsCard';

const shipments = product();
const domain = entity('Domain', 'supply-chain', [
  ['hasPart', shipments.ref],
  ['hasPart', 'system:default/tracking'],
]);
const team = entity('Group', 'logistics-data', [['ownerOf', shipments.ref]]);
const person = entity('User', 'oskar', [
  ['productOwnerOf', shipments.ref],
  ['stewardOf', shipments.ref],
]);

const answering = (answer = list([shipments])) => ({
  getProducts: jest.fn(async (_query?: ProductQuery) => answer),
});
const piece = () => screen.getByTestId('piece');

async function failing(status: number) {
  const error = await ResponseError.fromResponse(
    new Response('', { status, statusText: 'Sorry' }),
  );
  return { getProducts: jest.fn().mockRejectedValue(error) };
}

describe.each([
  {
    Card: DomainProductsCard,
    page: domain,
    title: 'Data products (1)',
    query: { domain: ['domain:default/supply-chain'] },
    headers: ['Data product', 'Type', 'Lifecycle', 'Owner', 'Use'],
    row: [
      'Shipments',
      'source-aligned',
      'In production',
      'Logistics data',
      'used by 3 teams',
    ],
  },
  {
    Card: GroupOwnedProductsCard,
    page: team,
    title: 'Data products we own (1)',
    query: { owner: ['group:default/logistics-data'] },
    headers: ['Data product', 'Domain', 'Level', 'Lifecycle', 'Use'],
    row: [
      'Shipments',
      'Supply chain',
      'Level not known yet',
      'In production',
      'used by 3 teams',
    ],
  },
  {
    Card: GroupUsedProductsCard,
    page: team,
    title: 'Data products we use (1)',
    query: { consumer: ['group:default/logistics-data'] },
    headers: ['Data product', 'Domain', 'Lifecycle', 'Owner', 'Use'],
    row: [
      'Shipments',
      'Supply chain',
      'In production',
      'Logistics data',
      'used by 3 teams',
    ],
  },
  {
    Card: UserProductsCard,
    page: person,
    title: 'Data products I answer for (1)',
    query: { answerable: ['user:default/oskar'] },
    headers: ['Data product', 'As', 'Domain', 'Lifecycle', 'Use'],
    row: [
      'Shipments',
      'product owner, steward',
      'Supply chain',
      'In production',
      'used by 3 teams',
    ],
  },
])('$title', ({ Card, page, title, query, headers, row }) => {
  it('shows the products, asked for at once', async () => {
    const api = answering();
    renderWith(<Card />, { api, entity: page });
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(api.getProducts).toHaveBeenCalledTimes(1);
    expect(api.getProducts.mock.calls[0][0]).toEqual({ ...query, limit: 100 });

    expect(
      screen.getAllByRole('columnheader').map(cell => cell.textContent),
    ).toEqual(headers);
    const [, first] = screen.getAllByRole('row');
    expect([...first.children].map(cell => cell.textContent)).toEqual(row);
    expect(
      within(first).getByRole('link', { name: 'Shipments' }),
    ).toHaveAttribute('href', '/catalog/default/dataproduct/shipments');
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('is not there when nothing is visible to the reader', async () => {
    const api = answering(list([]));
    renderWith(<Card />, { api, entity: page });
    await waitFor(() => expect(api.getProducts).toHaveBeenCalled());
    await waitFor(() => expect(piece()).toBeEmptyDOMElement());
  });

  it('is quiet in a portal without the backend', async () => {
    const api = await failing(404);
    renderWith(<Card />, { api, entity: page });
    await waitFor(() => expect(api.getProducts).toHaveBeenCalled());
    await waitFor(() => expect(piece()).toBeEmptyDOMElement());
  });
});

describe.each([
  { Card: DomainProductsCard, page: entity('Domain', 'd') },
  { Card: GroupOwnedProductsCard, page: entity('Group', 'g') },
  { Card: UserProductsCard, page: entity('User', 'u') },
])('on a page that has nothing to do with data products', ({ Card, page }) => {
  it('is not there and asks nothing', async () => {
    const api = answering();
    renderWith(<Card />, { api, entity: page });
    expect(piece()).toBeEmptyDOMElement();
    expect(api.getProducts).not.toHaveBeenCalled();
  });
});

describe('a card of products', () => {
  it('keeps the place of the products it expects', async () => {
    const getProducts = () => new Promise<never>(() => {});
    renderWith(<DomainProductsCard />, {
      api: { getProducts },
      entity: domain,
    });
    expect(
      await screen.findByRole('status', { name: 'Loading data products' }),
    ).toBeVisible();
  });

  it('stays away until there is something it did not expect', async () => {
    let answer = (_: ReturnType<typeof list>) => {};
    const getProducts = () =>
      new Promise<ReturnType<typeof list>>(resolve => {
        answer = resolve;
      });
    renderWith(<GroupUsedProductsCard />, {
      api: { getProducts },
      entity: team,
    });
    expect(piece()).toBeEmptyDOMElement();
    answer(list([shipments]));
    expect(await screen.findByText('Shipments')).toBeVisible();
  });

  it('says what failed and tries again', async () => {
    const api = { getProducts: jest.fn() };
    api.getProducts
      .mockRejectedValueOnce(new Error('The store is away.'))
      .mockResolvedValueOnce(list([shipments]));
    renderWith(<DomainProductsCard />, { api, entity: domain });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The store is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Shipments')).toBeVisible();
  });

  it('tells who may not see it', async () => {
    renderWith(<DomainProductsCard />, {
      api: await failing(403),
      entity: domain,
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('says what is wrong with products, the worst first', async () => {
    const answer = list([
      shipments,
      product({
        ref: 'dataproduct:default/old',
        title: 'Old',
        lifecycle: 'deprecated',
        successor: link(shipments.ref, 'Shipments'),
        usedByTeams: 0,
        usedByOwnTeam: true,
      }),
      product({
        ref: 'dataproduct:default/orphan',
        title: 'Orphan',
        owner: link('group:default/gone', 'gone', false),
      }),
    ]);
    renderWith(<DomainProductsCard />, {
      api: answering(answer),
      entity: domain,
    });
    const [, orphan, old, fine] = await screen.findAllByRole('row');
    expect(orphan).toHaveTextContent('OrphanNo team answers for it');
    expect(orphan).toHaveTextContent('gone (not in the catalog)');
    expect(old).toHaveTextContent('Deprecated, use Shipments instead');
    expect(old).toHaveTextContent('used by its own team only');
    expect(fine).toHaveTextContent('Shipments');
  });

  it('does not show the products of the page before', async () => {
    const other = entity('Domain', 'diagnostics', [
      ['hasPart', 'dataproduct:default/lab-orders'],
    ]);
    const getProducts = (query: ProductQuery = {}) =>
      query.domain?.[0] === 'domain:default/supply-chain'
        ? Promise.resolve(list([shipments]))
        : new Promise<never>(() => {});
    const Pages = () => {
      const [page, setPage] = useState(domain);
      return (
        <EntityProvider entity={page}>
          <DomainProductsCard />
          <button type="button" onClick={() => setPage(other)}>
            Next domain
          </button>
        </EntityProvider>
      );
    };
    renderWith(<Pages />, { api: { getProducts } });
    await screen.findByText('Shipments');
    await userEvent.click(screen.getByText('Next domain'));
    expect(screen.queryByText('Shipments')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toBeVisible();
  });

  it('leads to the list when there is more than fits', async () => {
    const many = Array.from({ length: 34 }, (_, n) =>
      product({ ref: `dataproduct:default/p${n}`, title: `P${n}` }),
    );
    renderWith(<DomainProductsCard />, {
      api: answering(list(many)),
      entity: domain,
    });
    expect(await screen.findAllByRole('row')).toHaveLength(21);
    expect(
      screen.getByRole('link', { name: 'Show all 34 data products' }),
    ).toHaveAttribute(
      'href',
      '/data-mesh/products?domain=domain%3Adefault%2Fsupply-chain',
    );
  });
});
