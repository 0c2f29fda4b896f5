import { screen, within } from '@testing-library/react';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import {
  domainProfile,
  domainRow,
  profileProduct,
} from '../../testing/domains';
import { entity } from '../../testing/entities';
import { link, list, product } from '../../testing/products';
import { renderWith } from '../../testing/renderWith';
import { ruleSets } from '../../testing/ruleSets';
import { DomainProductsCard } from './DomainProductsCard';

const show = (api: Partial<DataMeshApi>, products = 1) =>
  renderWith(<DomainProductsCard />, {
    entity: entity(
      'Domain',
      'patient-services',
      Array.from({ length: products }, (_, index): [string, string] => [
        'hasPart',
        `dataproduct:default/p${index}`,
      ]),
    ),
    api: { getRuleSets: async () => ruleSets(), ...api },
  });

describe('the data products of a domain', () => {
  it('say their level and what to do, in the order of the backend', async () => {
    const appointments = profileProduct({
      entity: link('dataproduct:default/appointments', 'Appointments'),
      level: 3,
      target: 3,
      next: undefined,
      toDo: 0,
      usedByTeams: 0,
    });
    const idea = profileProduct({
      entity: link('dataproduct:default/idea', 'Idea'),
      owner: link('group:default/gone', 'gone', false),
      lifecycle: 'candidate',
      level: undefined,
      target: undefined,
      next: undefined,
    });
    const products = [profileProduct(), appointments, idea];
    show({ getDomainProfile: async () => domainProfile({ products }) });
    await screen.findByText(/Usable/);
    expect(screen.getByText('Data products (3)')).toBeVisible();
    const rows = within(
      screen.getByRole('table', { name: 'Data products' }),
    ).getAllByRole('row');
    const cells = rows.map(row =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(cells[1].slice(2)).toEqual([
      'A team of its domain owns it and 1 more',
      'used by 3 teams',
    ]);
    expect(cells[1][1]).toMatch(/Usable.*Trusted/);
    expect(cells[2][2]).toBe('nothing required');
    expect(cells[2][3]).toBe('Not used by another team');
    expect(rows[3]).toHaveTextContent('No team answers for it');
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('are told as the catalog knows them where nothing is measured', async () => {
    const away = Object.assign(new Error('none'), { name: 'NotFoundError' });
    show({
      getDomainProfile: jest.fn().mockRejectedValue(away),
      getProducts: async () => list([product()]),
    });
    expect(await screen.findByText('Shipments')).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Type' })).toBeVisible();
  });

  it('go on in the list when there are many', async () => {
    const products = Array.from({ length: 25 }, (_, index) =>
      profileProduct({
        entity: link(`dataproduct:default/p${index}`, `P ${index}`),
      }),
    );
    const row = domainRow({
      products: { total: 25, withTarget: 25, atTarget: 0, byLevel: [25] },
    });
    show(
      { getDomainProfile: async () => domainProfile({ row, products }) },
      25,
    );
    expect(
      await screen.findByRole('link', { name: /Show all 25 data products/ }),
    ).toHaveAttribute('href', expect.stringContaining('domain='));
    expect(screen.getAllByRole('rowheader')).toHaveLength(20);
  });

  it('are nothing for a domain without any, and ask for nothing', () => {
    const getDomainProfile = jest.fn();
    show({ getDomainProfile }, 0);
    expect(screen.getByTestId('piece')).toBeEmptyDOMElement();
    expect(getDomainProfile).not.toHaveBeenCalled();
  });
});
