import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../testing/accessibility';
import {
  answeringWith,
  failingWith,
  productDetail,
  productEntity,
} from '../../testing/productPage';
import { noShowTree, valueTree } from '../../testing/goals';
import { link } from '../../testing/products';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';
import { resultsOf, ruleSets } from '../../testing/ruleSets';
import { renderWith } from '../../testing/renderWith';
import { ProductOwnership } from './ProductOwnership';

const ref = 'dataproduct:default/shipments';

function open(
  detail: Parameters<typeof productDetail>[0],
  faults: Parameters<typeof resultsOf>[2] = {},
  api: Partial<DataMeshApi> = {},
) {
  return renderWith(<ProductOwnership />, {
    entity: productEntity({ productOwner: 'oskar.nyberg' }),
    api: {
      ...answeringWith(productDetail(detail)),
      getResults: async () => resultsOf(ref, 'Shipments', faults),
      getRuleSets: async () => ruleSets(),
      ...api,
    },
  });
}

const fact = (name: string) => screen.getByText(name).nextElementSibling;

describe('who answers for a product and who uses it', () => {
  it('is told with reasons', async () => {
    const user = userEvent.setup();
    const clinic = link('group:default/clinic', 'Clinic');
    open({
      stewards: [link('user:default/ines', 'Ines Ferrer')],
      users: [
        {
          entity: clinic,
          team: clinic,
          purpose: 'plan the day',
          since: '2025-02-03',
          state: 'active',
          source: 'declared',
          through: [],
        },
        {
          entity: link('dataproduct:default/excursions', 'Excursions'),
          team: link('group:default/quality', 'Quality'),
          state: 'active',
          source: 'input-port',
          through: [],
        },
        {
          entity: link('group:default/sales', 'Sales'),
          state: 'intended',
          source: 'declared',
          through: [],
        },
        {
          entity: link('group:default/board', 'Board'),
          state: 'active',
          source: 'declared',
          through: [
            link('dataproduct:default/excursions', 'Excursions'),
            link('dataproduct:default/report', 'Report'),
          ],
        },
      ],
    });

    await screen.findByText('Ines Ferrer');
    expect(fact('Owner')).toHaveTextContent('Logistics data (4 people)');
    expect(fact('Product owner')).toHaveTextContent('Oskar Nyberg');
    expect(fact('Stewards')).toHaveTextContent('Ines Ferrer');
    expect(fact('Used by')).toHaveTextContent(
      'Clinic, plan the day, since Feb 3, 2025Excursions of Quality1 more through other products',
    );
    expect(fact('Means to use it')).toHaveTextContent('Sales');
    await user.click(
      screen.getByRole('button', { name: '1 more through other products' }),
    );
    expect(fact('Used by')).toHaveTextContent(
      'Board through Excursions, then Report',
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it.each<[string, string, Parameters<typeof productDetail>[0]]>([
    [
      'Owner',
      'gone (not in the catalog)',
      { owner: link('group:default/gone', 'gone', false), ownerMembers: 0 },
    ],
    ['Owner', 'Logistics data (nobody is in this team)', { ownerMembers: 0 }],
    ['Owner', 'Logistics data (1 person)', { ownerMembers: 1 }],
    [
      'Owner',
      'Ann (a person, not a team)',
      { owner: link('user:default/ann', 'Ann'), ownerMembers: undefined },
    ],
    ['Owner', 'No owner is written down.', { owner: undefined }],
    ['Product owner', 'not named', { productOwner: undefined }],
    [
      'Used by',
      'Used by its own team only.',
      { usedByTeams: 0, usedByOwnTeam: true },
    ],
    [
      'Used by',
      'Nobody uses it yet, as far as the catalog knows.',
      { usedByTeams: 0 },
    ],
  ])('says of %s: %s', async (name, words, detail) => {
    open(detail);
    await screen.findByText('Owner');
    expect(fact(name)).toHaveTextContent(words);
  });

  it('keeps to the catalog file, quietly, when the backend is missing', async () => {
    renderWith(<ProductOwnership />, {
      entity: productEntity({
        productOwner: 'oskar.nyberg',
        stewards: ['ines.ferrer'],
      }),
      api: failingWith(404),
    });
    expect(
      await screen.findByText(/not known here yet; shown is what/),
    ).toBeVisible();
    expect(fact('Owner')).toHaveTextContent('logistics-data');
    expect(fact('Product owner')).toHaveTextContent('oskar.nyberg');
    expect(fact('Stewards')).toHaveTextContent('ines.ferrer');
    expect(screen.queryByText('Used by')).not.toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says when somebody may not see it', async () => {
    renderWith(<ProductOwnership />, {
      entity: productEntity(),
      api: failingWith(403),
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(fact('Owner')).toHaveTextContent('logistics-data');
  });

  it('offers to try again after an error', async () => {
    const user = userEvent.setup();
    const api = {
      ...failingWith(500),
      getResults: async () => resultsOf(ref, 'Shipments'),
      getRuleSets: async () => ruleSets(),
    };
    renderWith(<ProductOwnership />, { entity: productEntity(), api });
    await screen.findByText('it failed with 500');
    api.getProduct.mockResolvedValueOnce(productDetail() as never);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Logistics data')).toBeVisible();
  });
});

describe('what is open about a product', () => {
  it('endangers the goals that it serves', async () => {
    const getValueTree = jest.fn(async () => valueTree(noShowTree()));
    const fault = { status: 'fail', severity: 'high', since: null } as const;
    open({}, { 'OF-06': fault }, { getValueTree });
    const label = await screen.findByText('Endangers:');
    expect(label.parentElement).toHaveTextContent(
      'Endangers: Fewer empty appointment slots (Behind)',
    );
    expect(
      screen.getByRole('link', { name: 'Fewer empty appointment slots' }),
    ).toHaveAttribute('href', '/data-mesh/goals?node=DG-2');
  });

  it('endangers nothing where nothing is open', async () => {
    const getValueTree = jest.fn(async () => valueTree(noShowTree()));
    open({}, {}, { getValueTree });
    expect(await screen.findByText('Nothing open')).toBeVisible();
    expect(getValueTree).not.toHaveBeenCalled();
  });

  it('is told by urgency, with since when and what to do', async () => {
    open(
      { owner: link('group:default/gone', 'gone', false) },
      {
        'OF-01': {
          status: 'fail',
          severity: 'high',
          since: '2020-09-22T06:00:00Z',
          reason: 'gone is not in the catalog.',
        },
        'OF-06': { status: 'fail', severity: 'high', since: null },
        'OF-09': { status: 'fail', severity: 'medium', since: null },
        'OF-08': { status: 'unknown', reason: 'Its system is not known.' },
        'OF-03': { status: 'waived', waivedUntil: '2026-12-12' },
        'OF-12': { status: 'fail', severity: 'high', since: null },
      },
    );
    const now = await screen.findByRole('list', { name: 'Sort out now' });
    const [first, second] = within(now).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'Nobody is its product ownersince before it was measured' +
        'Name a person of the team in spec.productOwner.',
    );
    expect(second).toHaveTextContent('No team answers for it');
    expect(second).toHaveTextContent('gone is not in the catalog.');
    expect(second).toHaveTextContent('since Sep 22, 2020');
    expect(
      within(second).getByRole('link', { name: 'Start the hand-over' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/shipments?handover=',
    );
    expect(within(first).queryByRole('link')).not.toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'This quarter' }),
    ).toHaveTextContent('Its product owner answers for too many products');
    expect(screen.queryByText(/review is overdue/)).not.toBeInTheDocument();

    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '1 set aside' }));
    expect(screen.getByText(/, until Dec 12, 2026/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '1 not known yet' }));
    expect(screen.getByText('Its system is not known.')).toBeVisible();
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('may be nothing', async () => {
    open({});
    expect(await screen.findByText('Nothing open')).toBeVisible();
  });

  it('is not known before the first look', async () => {
    const nothing = { ...resultsOf(ref, 'Shipments'), items: [] };
    open({}, {}, { getResults: async () => nothing });
    expect(await screen.findByText(/Not looked at yet/)).toBeVisible();
    expect(screen.queryByText('Nothing open')).not.toBeInTheDocument();
  });

  it('is asked for again after an error', async () => {
    const user = userEvent.setup();
    const getResults = jest
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValueOnce(resultsOf(ref, 'Shipments'));
    open({}, {}, { getResults });
    await screen.findByText('away');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing open')).toBeVisible();
  });

  it('is quiet where nothing is measured', async () => {
    const away = Object.assign(new Error('none'), { name: 'NotFoundError' });
    open({}, {}, { getResults: jest.fn().mockRejectedValue(away) });
    expect(
      await screen.findByText('What is open is not known here.'),
    ).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
