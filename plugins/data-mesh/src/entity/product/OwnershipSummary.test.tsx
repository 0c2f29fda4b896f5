import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../testing/accessibility';
import {
  answeringWith,
  failingWith,
  productDetail,
  productEntity,
} from '../../testing/productPage';
import { link } from '../../testing/products';
import { renderWith } from '../../testing/renderWith';
import { OwnershipSummary } from './OwnershipSummary';

function open(detail: Parameters<typeof productDetail>[0]) {
  return renderWith(<OwnershipSummary />, {
    entity: productEntity({ productOwner: 'oskar.nyberg' }),
    api: answeringWith(productDetail(detail)),
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
    renderWith(<OwnershipSummary />, {
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
    renderWith(<OwnershipSummary />, {
      entity: productEntity(),
      api: failingWith(403),
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(fact('Owner')).toHaveTextContent('logistics-data');
  });

  it('offers to try again after an error', async () => {
    const user = userEvent.setup();
    const api = failingWith(500);
    renderWith(<OwnershipSummary />, { entity: productEntity(), api });
    await screen.findByText('it failed with 500');
    api.getProduct.mockResolvedValueOnce(productDetail() as never);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Logistics data')).toBeVisible();
  });
});
