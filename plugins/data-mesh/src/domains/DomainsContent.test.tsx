import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  DomainList,
  DomainRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../components/dateWords';
import { accessibilityProblems } from '../testing/accessibility';
import { domainRow } from '../testing/domains';
import { link } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { ruleSets } from '../testing/ruleSets';
import { DomainsContent } from './DomainsContent';

const at = '2026-11-06T06:00:00Z';
const commercial = domainRow({
  domain: link('domain:default/commercial', 'Commercial'),
  owner: link('group:default/commercial-unit', 'Commercial unit'),
  dataLead: undefined,
  started: false,
  weakest: undefined,
  products: { total: 3, withTarget: 3, atTarget: 0, byLevel: [2, 1, 0, 0, 0] },
  openPoints: { high: 6, medium: 4, low: 1 },
});
const services = domainRow({
  goals: {
    active: 4,
    proposed: 1,
    counts: { 'on-track': 1, stale: 1, 'off-track': 1 },
    withoutMeasure: 1,
  },
  changes: {
    since: '2026-10-02T09:30:00.000Z',
    total: 3,
    latest: {
      id: '1',
      at,
      entity: link('dataproduct:default/no-show-risk', 'No-show risk'),
      ruleSet: 'data-product-maturity',
      before: '3',
      after: '2',
      cause: { kind: 'time' },
    },
  },
});
const both: DomainList = { items: [commercial, services], notTakingPart: 9 };

function open(
  list: DomainList = both,
  search = '',
  api: Partial<DataMeshApi> = {},
) {
  const getDomains = jest.fn(async () => list);
  const rendered = renderWith(<DomainsContent />, {
    api: { getDomains, getRuleSets: async () => ruleSets(), ...api },
    at: `/data-mesh/domains${search}`,
  });
  return { ...rendered, getDomains };
}

const address = () => screen.getByTestId('address').textContent;
const rowOf = (name: string) =>
  screen.getByRole('rowheader', { name }).closest('tr')!;
const cellsOf = (name: string) =>
  [...rowOf(name).children].map(({ textContent }) => textContent);
const names = () =>
  screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
const table = () =>
  screen.findByRole('table', { name: 'Domains that take part' });

describe('the domains', () => {
  it('have a row each, in one request', async () => {
    const { getDomains } = open();
    await table();
    expect(screen.getByText('2 of 11 domains take part')).toBeVisible();
    await waitFor(() =>
      expect(cellsOf('Patient services')).toEqual([
        'Patient services',
        'Patient services unit',
        '2 of 3 ',
        '1 now, 2 this quarter',
        'Ownership: Starting',
        '1 behind, 1 no recent reading, 1 without a measure, 1 on course, 1 proposed',
        'No-show risk fell to Usable and 2 more',
      ]),
    );
    expect(cellsOf('Commercial').slice(2)).toEqual([
      '0 of 3 ',
      '6 now, 4 this quarter, 1 when touched',
      'not started',
      'no goal yet',
      'no change',
    ]);
    expect(
      within(rowOf('Commercial')).getByRole('img', {
        name: 'by level: 2 Listed, 1 Owned',
      }),
    ).toBeInTheDocument();
    expect(
      within(rowOf('Commercial')).getByRole('link', { name: '0 of 3' }),
    ).toHaveAttribute(
      'href',
      '/data-mesh/products?domain=domain%3Adefault%2Fcommercial',
    );
    expect(
      within(rowOf('Patient services')).getByRole('link', { name: /1 behind/ }),
    ).toHaveAttribute(
      'href',
      '/data-mesh/goals?domain=domain%3Adefault%2Fpatient-services',
    );
    expect(
      screen.getByRole('columnheader', {
        name: 'Since the last review or 30 days',
      }),
    ).toBeVisible();
    expect(
      within(rowOf('Patient services')).getByTitle(
        `since the review of ${dateWords('2026-10-02')}`,
      ),
    ).toBeVisible();
    expect(
      within(rowOf('Commercial')).getByTitle(
        'in 30 days, there was no review yet',
      ),
    ).toHaveTextContent('no change');
    expect(getDomains).toHaveBeenCalledTimes(1);
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it.each<[string, Partial<DomainRow['changes']['latest'] & {}>, string]>([
    ['a rise', { before: '2', after: '3' }, 'No-show risk reached Trusted'],
    ['a start', { before: null, after: '1' }, 'No-show risk starts at Owned'],
    [
      'a dimension',
      {
        entity: services.domain,
        ruleSet: 'domain-maturity',
        dimension: 'value',
        before: '3',
        after: '2',
      },
      'Patient services, Goals: fell to Working',
    ],
    ['what is no level', { after: null }, 'No-show risk changed'],
  ])('tell of %s', async (_, change, words) => {
    const latest = { ...services.changes.latest!, ...change };
    const changes = { total: 1, latest };
    open({ items: [{ ...services, changes }], notTakingPart: 0 });
    await table();
    await waitFor(() => expect(cellsOf('Patient services').at(-1)).toBe(words));
    expect(screen.getByText('1 domain takes part')).toBeVisible();
  });

  it('are sorted by a column, with the keyboard, in the address', async () => {
    const user = userEvent.setup();
    open();
    await table();
    expect(names()).toEqual(['Commercial', 'Patient services']);
    expect(
      screen.getByRole('columnheader', { name: 'Domain' }),
    ).toHaveAttribute('aria-sort', 'ascending');
    screen.getByRole('button', { name: 'Products at target' }).focus();
    await user.keyboard('{Enter}');
    expect(address()).toBe('/data-mesh/domains?sort=products');
    await user.keyboard('{Enter}');
    expect(address()).toBe('/data-mesh/domains?sort=-products');
    expect(names()).toEqual(['Patient services', 'Commercial']);
    expect(
      screen.getByRole('columnheader', { name: 'Products at target' }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('come first whose goals ask for a look, and without a goal last', async () => {
    const user = userEvent.setup();
    const reached = domainRow({
      domain: link('domain:default/finance', 'Finance'),
      goals: {
        active: 2,
        proposed: 0,
        counts: { achieved: 2 },
        withoutMeasure: 0,
      },
    });
    open({ items: [commercial, reached, services], notTakingPart: 0 });
    await table();
    await user.click(screen.getByRole('button', { name: 'Goals' }));
    expect(names()).toEqual(['Patient services', 'Finance', 'Commercial']);
    expect(address()).toBe('/data-mesh/domains?sort=-goals');
    expect(
      within(rowOf('Finance')).getByRole('link', { name: '2 reached' }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Goals' }));
    expect(names()).toEqual(['Finance', 'Patient services', 'Commercial']);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(
      await screen.findByRole('menuitemcheckbox', { name: 'Goals' }),
    );
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(
        screen.queryByRole('columnheader', { name: 'Goals' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('are filtered by owner and grouped by it', async () => {
    const user = userEvent.setup();
    open(both, '?group=owner');
    await table();
    expect(names()).toEqual(
      expect.arrayContaining(['Commercial unit', 'Patient services unit']),
    );
    await user.click(screen.getByRole('textbox', { name: 'Owner' }));
    await user.click(
      await screen.findByRole('option', { name: /Commercial unit \(1\)/ }),
    );
    await waitFor(() =>
      expect(names()).toEqual(['Commercial unit', 'Commercial']),
    );
    expect(screen.getByText('1 of 2 domains that take part')).toBeVisible();
    expect(new URLSearchParams(address()!.split('?')[1]).get('owner')).toBe(
      'group:default/commercial-unit',
    );
  });

  it('have the columns that somebody chooses', async () => {
    const user = userEvent.setup();
    open();
    await table();
    const headers = () =>
      screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(
      await screen.findByRole('menuitemcheckbox', { name: 'Data lead' }),
    );
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Weakest' }));
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(headers()).toEqual([
        'Domain',
        'Owner',
        'Data lead',
        'Products at target',
        'Open points',
        'Goals',
        'Since the last reviewor 30 days',
      ]),
    );
    expect(cellsOf('Commercial')[2]).toBe('not named');
    expect(address()).toContain('columns=owner%2CdataLead%2Cproducts');
  });

  it('say so when a shared filter fits none', async () => {
    const user = userEvent.setup();
    open(both, '?owner=group:default/gone');
    expect(
      await screen.findByText('No domain that takes part has this owner.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear the filter' }));
    await table();
    expect(address()).toBe('/data-mesh/domains');
  });

  it('fold and page when there are 500 of them', async () => {
    const user = userEvent.setup();
    const items = Array.from({ length: 500 }, (_, index) =>
      domainRow({
        domain: link(`domain:default/d${index}`, `Domain ${1000 + index}`),
        changes: index ? { total: 0 } : services.changes,
      }),
    );
    open({ items, notTakingPart: 0 });
    await table();
    expect(names()).toEqual(['Domain 1000']);
    await user.click(screen.getByRole('button', { name: 'Show them' }));
    expect(names()).toHaveLength(50);
    expect(screen.getByText('1 to 50 of 500')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    expect(names()[0]).toBe('Domain 1050');
    expect(address()).toBe('/data-mesh/domains?all=yes&page=2');
    await user.click(
      screen.getByRole('button', { name: 'Fold those without a change' }),
    );
    expect(names()).toEqual(['Domain 1000']);
  });
});

describe('without rows', () => {
  it('the tab says how a first domain takes part', async () => {
    open({ items: [], notTakingPart: 4 });
    expect(await screen.findByText('No domain takes part yet')).toBeVisible();
    expect(
      screen.getByText(/backstage-data-mesh.io\/participates: 'true'/),
    ).toBeVisible();
    expect(
      screen.getByText('4 domains of the catalog are left alone.'),
    ).toBeVisible();
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it.each([
    ['NotFoundError', 'The data mesh backend does not answer here'],
    ['NotAllowedError', 'You may not see this'],
  ])('because of a %s', async (name, words) => {
    const error = Object.assign(new Error('x'), { name });
    open(both, '', { getDomains: jest.fn().mockRejectedValue(error) });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('the tab asks again after an error', async () => {
    const user = userEvent.setup();
    const getDomains = jest
      .fn()
      .mockRejectedValueOnce(new Error('it is away'))
      .mockResolvedValue(both);
    open(both, '', { getDomains });
    await screen.findByText('it is away');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await table()).toBeVisible();
  });
});
