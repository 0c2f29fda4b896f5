import { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContractProducts } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { watchClipboard } from '../testing/clipboard';
import { link } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { ContractContent } from './ContractContent';

const header = `apiVersion: v3.1.0
kind: DataContract
id: shipments-v2
name: Shipments contract
version: 4.10
status: active
`;

const full = `${header}
description: { purpose: What parcels promise, usage: Planning, limitations: No live positions }
authoritativeDefinitions:
  - { type: canonicalUrl, url: https://git.example.com/shipments.yaml }
  - { type: odd, url: 'javascript:alert(1)' }
servers:
  - { server: warehouse, type: snowflake, environment: prod, account: alvenro }
schema:
  - name: shipments
    physicalType: table
    description: Parcels
    properties:
      - name: shipment_id
        logicalType: string
        physicalType: VARCHAR(36)
        required: true
        unique: true
        primaryKey: true
        description: Key of the parcel
        classification: internal
        tags: [key]
        examples: [S-1]
        relationships: [{ to: orders.shipment_id }]
        quality: [{ metric: nullValues, mustBe: 0 }]
      - name: route
        properties: [{ name: depot, enum: [{ value: N, label: North }, { value: S }] }]
      - { name: notes, logicalType: array, items: { logicalType: string } }
    quality:
      - { name: Enough rows, type: sql, query: SELECT COUNT(*), mustBeGreaterThan: 10, dimension: completeness, severity: error, schedule: daily }
team: { name: logistics-data, members: [{ username: oskar, name: Oskar Nyberg, role: Owner, dateIn: 2024-01-01 }, { username: old, dateOut: 2023-01-01 }] }
support: [{ channel: '#logistics', url: https://chat.example.com/x, scope: issues }]
roles: [{ role: LOGISTICS_READ, access: read, firstLevelApprovers: lead }]
slaProperties:
  - { property: latency, value: 1, unit: h, element: shipments.shipment_id }
  - { property: availability, value: 99.9, unit: percent }
  - { property: endOfLife, value: '2030-12-31T00:00:00Z' }
  - { property: colour, value: blue, driver: analytics }
`;

function contract(definition?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { namespace: 'default', name: 'shipments-v2' },
    spec: { type: 'odcs', definition },
  };
}

const nobody: ContractProducts = { providedBy: [], usedBy: [] };

function open(
  definition: string | undefined,
  options: { at?: string; products?: ContractProducts } = {},
) {
  const { at, products = nobody } = options;
  return renderWith(<ContractContent />, {
    entity: contract(definition),
    api: { getContractProducts: async () => products },
    at,
  });
}

/** Who uses it is asked for while the contract is shown already. */
const settled = () =>
  waitFor(() =>
    expect(screen.queryByRole('status', { name: /Loading/ })).toBeNull(),
  );

const row = (name: string) => screen.getByRole('link', { name }).closest('tr')!;

describe('a contract', () => {
  it('is readable in all its parts', async () => {
    open(full, {
      products: {
        providedBy: [link('dataproduct:default/shipments', 'Shipments')],
        usedBy: [link('dataproduct:default/excursions', 'Excursions')],
      },
    });
    expect(
      await screen.findByRole('link', { name: 'Shipments' }),
    ).toHaveAttribute('href', '/catalog/default/dataproduct/shipments');
    expect(screen.getByRole('link', { name: 'Excursions' })).toBeVisible();

    const piece = screen.getByTestId('piece');
    for (const words of [
      'Shipments contract',
      'What parcels promise',
      'Planning',
      'No live positions',
      '4.10',
      'ODCS v3.1.0',
      'Delay at most 1 hour',
      'for shipments.shipment_id',
      'Available 99.9 % of the time',
      'Gone after Dec 31, 2030',
      'colour: blue',
      'matters for analysis',
      'Oskar Nyberg (oskar), Owner, since Jan 1, 2024',
      'old, until Jan 1, 2023',
      '#logistics',
      'LOGISTICS_READ',
      'warehouse · snowflake · prod',
      'Enough rows · must be greater than 10',
      'completeness, severity error, runs daily',
      'Empty values: must be 0',
    ]) {
      expect(piece).toHaveTextContent(words);
    }
    const id = row('shipment_id');
    expect(id).toHaveTextContent('stringVARCHAR(36)');
    expect(id).toHaveTextContent('key, required, unique');
    expect(id).toHaveTextContent('Key of the parcel');
    expect(id).toHaveTextContent('For example S-1');
    expect(id).toHaveTextContent('Points to orders.shipment_id');
    expect(id).toHaveTextContent('internal');
    expect(row('depot')).toHaveTextContent('One of N (North), S');
    expect(row('notes')).toHaveTextContent('array of string');
    expect(await accessibilityProblems(piece)).toEqual([]);
  });

  it('links only to safe addresses', async () => {
    open(full);
    await settled();
    expect(screen.getByRole('link', { name: /canonicalUrl/ })).toHaveAttribute(
      'href',
      'https://git.example.com/shipments.yaml',
    );
    expect(screen.getByText('odd').closest('a')).toBeNull();
  });

  it('gives settings and queries to copy', async () => {
    const user = userEvent.setup();
    const copied = watchClipboard();
    open(full);
    await settled();
    await user.click(screen.getByRole('button', { name: 'Copy account' }));
    await user.click(screen.getByRole('button', { name: 'Query' }));
    await user.click(screen.getByRole('button', { name: 'Copy the query' }));
    expect(copied).toEqual(['alvenro', 'SELECT COUNT(*)']);
  });

  it('can be linked to by field', async () => {
    open(full, { at: '/#shipments.route.depot' });
    await settled();
    expect(row('depot')).toHaveAttribute('aria-current', 'location');
    expect(row('depot')).toHaveAttribute('id', 'shipments.route.depot');
    expect(row('route')).not.toHaveAttribute('aria-current');
  });

  it('lets one find fields among many', async () => {
    const user = userEvent.setup();
    const fields = Array.from({ length: 20 }, (_, i) => `{ name: field_${i} }`);
    open(
      `${header}schema: [{ name: a, properties: [${fields}] }, { name: b, properties: [{ name: other }] }]`,
    );
    await settled();
    await user.type(
      screen.getByRole('searchbox', { name: 'Find a field' }),
      'field_1',
    );
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('11 of 21 fields'),
    );
    expect(screen.getByRole('link', { name: 'field_19' })).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'field_2' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('b')).not.toBeInTheDocument();
  });

  it('needs no box to find a few fields', async () => {
    open(full);
    await settled();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('stays light with very many fields', async () => {
    const user = userEvent.setup();
    const fields = Array.from({ length: 400 }, (_, i) => `{ name: f${i} }`);
    open(`${header}schema: [{ name: a, properties: [${fields}] }]`);
    await settled();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'a 400 fields' }));
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(
      201,
    );
    await user.click(
      screen.getByRole('button', { name: 'Show all 400 fields' }),
    );
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(
      401,
    );
  });

  it('names what is wrong and shows the rest', async () => {
    const user = userEvent.setup();
    open(`${header}schema: [{ name: a, properties: none }, { name: b }]`);
    await settled();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('1 thing to put right in this contract');
    expect(alert).toHaveTextContent(
      'Line 7, column 33: “schema[0].properties” must be a list but is a single value, so it is left out.',
    );
    expect(screen.getByRole('group', { name: 'b' })).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Text of the contract' }),
    );
    expect(
      screen.getByRole('region', { name: 'Text of the contract' }),
    ).toHaveTextContent('▶ 7schema: [{ name: a');
  });

  it('that cannot be read shows why, where, and its text', async () => {
    open(`${header}schema:\n  - name: a\n bad: [<b>`);
    await settled();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('This contract cannot be read');
    expect(alert).toHaveTextContent(/Line 9, column \d+: /);
    const text = screen.getByRole('region', { name: 'Text of the contract' });
    expect(text).toHaveTextContent('▶ 9 bad: [<b>');
    expect(text).toHaveTextContent('1apiVersion: v3.1.0');
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it.each([undefined, '', ' \n'])('that is not there is said', async text => {
    open(text);
    expect(
      await screen.findByText('No contract is written down here'),
    ).toBeVisible();
  });

  it('says when no product is around it', async () => {
    open(full);
    expect(
      await screen.findByText('No data product provides it.'),
    ).toBeVisible();
    expect(
      screen.getByText('No data product is known to use it.'),
    ).toBeVisible();
  });

  it('is readable without the data mesh backend', async () => {
    renderWith(<ContractContent />, {
      entity: contract(full),
      api: {
        getContractProducts: async () => {
          throw Object.assign(new Error('no'), { statusCode: 404 });
        },
      },
    });
    expect(
      await screen.findByText(/Which data products provide and use it is not/),
    ).toBeVisible();
    expect(screen.getByText('Delay at most 1 hour')).toBeVisible();
  });
});
