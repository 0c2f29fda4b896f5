import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ProductDetail } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../../testing/accessibility';
import { watchClipboard } from '../../../testing/clipboard';
import { entity } from '../../../testing/entities';
import { productDetail, productEntity } from '../../../testing/productPage';
import { link } from '../../../testing/products';
import { resultsOf } from '../../../testing/ruleSets';
import { renderWith } from '../../../testing/renderWith';
import { HandOver } from './HandOver';

const named = (subject: Entity, title: string): Entity => ({
  ...subject,
  metadata: { ...subject.metadata, title },
});
const members = (...names: string[]): [string, string][] =>
  names.map(name => ['hasMember', `user:default/${name}`]);

/** The organisation around patient-360 of the demo. */
const organisation: Entity[] = [
  named(
    entity('Domain', 'patient-services', [['ownedBy', 'group:default/unit']]),
    'Patient services',
  ),
  named(
    entity('Group', 'unit', [
      ['parentOf', 'group:default/access'],
      ...members('helen'),
    ]),
    'Patient services unit',
  ),
  named(
    entity('Group', 'access', members('yusuf', 'sofia', 'viktor')),
    'Patient access',
  ),
  named(entity('Group', 'trials', members('daniel', 'tim')), 'Trials data'),
  named(entity('Group', 'bi-centre', members('viktor')), 'BI centre'),
  named(entity('Group', 'empty'), 'Empty team'),
  named(entity('User', 'yusuf'), 'Yusuf Demir'),
  named(entity('User', 'sofia'), 'Sofia Marino'),
  named(
    entity('User', 'viktor', [['memberOf', 'group:default/bi-centre']]),
    'Viktor Holm',
  ),
];

const access = link('group:default/access', 'Patient access');
const trials = link('group:default/trials', 'Trials data');
const patient360 = productDetail({
  ref: 'dataproduct:default/patient-360',
  title: 'Patient 360',
  domain: link('domain:default/patient-services', 'Patient services'),
  owner: link('group:default/bi-centre', 'BI centre'),
  productOwner: link('user:default/viktor', 'Viktor Holm'),
  users: [access, trials].map(team => ({
    entity: team,
    team,
    purpose: team === access ? 'see a patient at once' : undefined,
    state: 'active',
    source: 'declared',
    through: [],
  })),
  inputs: [
    {
      entity: link('dataproduct:default/appointments', 'Appointments'),
      owner: access,
    },
  ],
  contracts: [{ entity: link('api:default/patient-360-v1', 'patient-360-v1') }],
});

function open(
  options: {
    search?: string;
    product?: ProductDetail;
    catalog?: Entity[] | CatalogApi;
    metadata?: Parameters<typeof productEntity>[1];
    faults?: Parameters<typeof resultsOf>[2];
  } = {},
) {
  return renderWith(<HandOver product={options.product ?? patient360} />, {
    entity: productEntity(
      { owner: 'bi-centre', productOwner: 'viktor' },
      { name: 'patient-360', ...options.metadata },
    ),
    catalog: options.catalog ?? organisation,
    api: {
      getResults: async () =>
        resultsOf(patient360.ref, patient360.title, options.faults),
    },
    at: `/page${options.search ?? '?handover='}`,
  });
}

const address = () => screen.getByTestId('address').textContent;

describe('the helper for a hand-over', () => {
  it('stays away until the address asks for it', () => {
    open({ search: '?other=1' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('proposes teams by the three questions, with the reasons', async () => {
    open();
    const [first, second, third] = await screen.findAllByRole('radio');
    expect(first.closest('label')).toHaveTextContent(
      'Patient access' +
        'Outcome: uses it: see a patient at once' +
        'Process: owns what it is made from: Appointments',
    );
    expect(second.closest('label')).toHaveTextContent(
      'Patient services unit (only one person is in it)' +
        'Decision: owns the domain Patient services',
    );
    expect(third.closest('label')).toHaveTextContent(
      'Trials dataOutcome: uses it',
    );
    expect(screen.getByText('In other domains')).toBeVisible();
    expect(screen.getByRole('dialog')).not.toHaveTextContent(
      '2. What both teams go through',
    );
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
  });

  it('ends in the exact change of the catalog file', async () => {
    const user = userEvent.setup();
    open({
      metadata: {
        annotations: {
          'backstage.io/edit-url': 'https://git.example/edit/patient-360.yaml',
        },
      },
    });
    await user.click(
      await screen.findByRole('radio', { name: /Patient access/ }),
    );
    expect(address()).toBe('/page?handover=group%3Adefault%2Faccess');
    // Who decides now is in the team, and goes on doing so
    expect(
      await screen.findByRole('button', { name: /Viktor Holm \(as now\)/ }),
    ).toBeVisible();
    const change = screen.getByRole('region', {
      name: '3. The change to the catalog file',
    });
    expect(within(change).getByText(/- owner: bi-centre/)).toBeVisible();
    expect(within(change).getByText(/\+ owner: access/)).toBeVisible();
    expect(change).not.toHaveTextContent('productOwner:');
    expect(change).not.toHaveTextContent('Should BI centre keep it?');

    await user.click(screen.getByRole('button', { name: /as now/ }));
    await user.click(
      await screen.findByRole('option', { name: 'Yusuf Demir' }),
    );
    expect(
      await within(change).findByText(/\+ productOwner: yusuf/),
    ).toBeVisible();
    const copied = watchClipboard();
    await user.click(
      within(change).getByRole('button', { name: 'Copy the new lines' }),
    );
    expect(copied).toEqual(['spec:\n  owner: access\n  productOwner: yusuf']);
    expect(
      within(change).getByRole('link', { name: /Open the catalog file/ }),
    ).toHaveAttribute('href', 'https://git.example/edit/patient-360.yaml');
    expect(address()).toContain(
      'handover-product-owner=user%3Adefault%2Fyusuf',
    );
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
  });

  it('is shared as a link, with the list of what both teams go through', async () => {
    const user = userEvent.setup();
    open({
      search:
        '?handover=group:default/access&handover-product-owner=user:default/sofia&handover-on=2026-12-10',
    });
    const list = await screen.findByRole('region', {
      name: '2. What both teams go through',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Both teams agree: BI centre hands over, Patient access takes over.',
      'Access: Patient access gets all rights it runs with: stores, secrets, schedules; BI centre gives up what it no longer needs after Jan 9, 2027.',
      'Pipeline: code, schedules and alarms move to Patient access; one run is watched together.',
      'Contract: patient-360-v1 names Patient access as its team.',
      'Consumers told: Trials data.',
      'Date: Patient access answers for it from Dec 10, 2026.',
      'BI centre stays as helper for 30 days, until Jan 9, 2027.',
    ]);
    expect(
      await screen.findByRole('button', { name: /Sofia Marino/ }),
    ).toBeVisible();
    const copied = watchClipboard();
    await user.click(
      screen.getByRole('button', {
        name: 'Copy the list for a ticket or a message',
      }),
    );
    expect(copied[0]).toContain('## Hand over Patient 360\n\n- [ ] Both teams');

    fireEvent.change(screen.getByLabelText('Hand-over on'), {
      target: { value: '2027-01-31' },
    });
    expect(
      await within(list).findByText(/until Mar 2, 2027/, {
        selector: 'li:last-child',
      }),
    ).toBeVisible();
    expect(address()).toContain('handover-on=2027-01-31');
  });

  it('finds another team by search', async () => {
    const user = userEvent.setup();
    open();
    const box = await screen.findByLabelText('Another team');
    await user.click(box);
    fireEvent.change(box, { target: { value: 'Empty' } });
    await user.click(await screen.findByRole('option', { name: 'Empty team' }));
    expect(
      await screen.findByText(/The catalog knows nobody in this team/),
    ).toBeVisible();
    expect(screen.getByText(/\+ owner: empty/)).toBeVisible();
  });

  it('tells of the other way where the owner is of another domain', async () => {
    open({
      search: '?handover=group:default/access',
      faults: { 'OF-05': { status: 'fail', severity: 'high' } },
    });
    expect(await screen.findByText(/Should BI centre keep it\?/)).toBeVisible();
  });

  it('says so when the team of a link is not in the catalog', async () => {
    open({ search: '?handover=group:default/gone' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'group:default/gone is not in the catalog.',
    );
    expect(screen.queryByText(/3. The change/)).not.toBeInTheDocument();
  });

  it('asks those who know it where nobody can hand it over', async () => {
    open({
      search: '?handover=group:default/access',
      product: {
        ...patient360,
        owner: link('group:default/gone', 'gone', false),
        productOwner: undefined,
        contracts: [],
        users: [],
      },
    });
    expect(
      await screen.findByText('No team answers for it. Who should?'),
    ).toBeVisible();
    const list = await screen.findByRole('region', {
      name: '2. What both teams go through',
    });
    expect(list).toHaveTextContent('Patient access agrees to answer for it.');
    expect(list).toHaveTextContent('look for somebody who worked with it');
    expect(list).toHaveTextContent('Contract: there is none');
    expect(list).not.toHaveTextContent('stays as helper');
  });

  it('proposes the teams of the person who owns it', async () => {
    open({
      product: {
        ...patient360,
        owner: link('user:default/viktor', 'Viktor Holm'),
        domain: undefined,
        users: [],
        inputs: [],
      },
    });
    expect(
      await screen.findByText(/Viktor Holm owns it, and people fall ill/),
    ).toBeVisible();
    expect(
      (await screen.findByRole('radio')).closest('label'),
    ).toHaveTextContent(
      'Process: Viktor Holm, who owns it now, is in this team' +
        'Decision: Viktor Holm, its product owner, is in this team',
    );
  });

  it('says when the catalog cannot be asked, and asks again', async () => {
    const user = userEvent.setup();
    const catalog = catalogApiMock({ entities: organisation });
    const ask = jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValueOnce(new Error('the catalog is away'));
    open({ catalog });
    await screen.findByText('the catalog is away');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('radio', { name: /Patient access/ }),
    ).toBeInTheDocument();
    expect(ask.mock.calls.length).toBeLessThan(7);
  });

  it('closes and leaves the address as it was', async () => {
    const user = userEvent.setup();
    open({ search: '?x=1&handover=' });
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    expect(address()).toBe('/page?x=1');
    expect(screen.queryByText(/Hand over Patient 360/)).toBeNull();
  });
});
