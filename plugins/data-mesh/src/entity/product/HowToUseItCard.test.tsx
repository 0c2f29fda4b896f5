import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { accessibilityProblems } from '../../testing/accessibility';
import { watchClipboard } from '../../testing/clipboard';
import {
  answeringWith,
  failingWith,
  productDetail,
  productEntity,
} from '../../testing/productPage';
import { link } from '../../testing/products';
import { renderWith } from '../../testing/renderWith';
import { HowToUseItCard } from './HowToUseItCard';

const contractApi = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { namespace: 'default', name: 'shipments-v2' },
  spec: {
    type: 'odcs',
    definition: `apiVersion: v3.1.0
kind: DataContract
id: shipments-v2
version: 2.0.0
description: { purpose: Promises of shipments }
slaProperties: [{ property: latency, value: 1, unit: h }]
schema:
  - name: shipments
    physicalName: LOGISTICS.SHIPMENTS_V2
    properties:
      - { name: shipment_id, description: Key }
      - { name: depot }
`,
  },
};

const ports = [
  {
    name: 'shipments-sql',
    title: 'Shipments table',
    type: 'sql',
    version: '2.0.0',
    platform: 'snowflake',
    environment: 'prod',
    location: 'LOGISTICS.SHIPMENTS_V2',
    contract: { ref: 'shipments-v2' },
  },
  {
    name: 'shipments-board',
    type: 'dashboard',
    location: 'https://bi.example.com/shipments',
  },
  { name: 'shipments-graph', type: 'graph', location: 'bolt://x' },
  {
    name: 'shipments-old',
    type: 'sql',
    location: 'LOGISTICS.SHIPMENTS',
    deprecated: true,
  },
];

const contract = {
  entity: link('api:default/shipments-v2', 'shipments-v2'),
  version: '2.0.0',
  fields: 2,
};

const portItem = (text: string) =>
  screen.getByText(text).closest('li') as HTMLElement;

describe('how to use a product', () => {
  it('gives an address, an example and the contract for each port', async () => {
    const user = userEvent.setup();
    const copied = watchClipboard();
    const catalog = catalogApiMock.mock({
      getEntityByRef: async () => contractApi,
    });
    const api = answeringWith(productDetail({ contracts: [contract] }));
    const { analytics } = renderWith(<HowToUseItCard />, {
      entity: productEntity({ outputPorts: ports }),
      api,
      catalog,
    });

    const fold = await screen.findByRole('button', {
      name: 'Read the contract shipments-v2 · version 2.0.0 · 2 fields',
    });
    const table = portItem('Shipments table');
    expect(table).toHaveTextContent(
      'Shipments table · shipments-sql · table · version 2.0.0 · snowflake · prod',
    );
    expect(table).toHaveTextContent('LOGISTICS.SHIPMENTS_V2');
    await user.click(
      within(table).getByRole('button', {
        name: 'Copy the address of shipments-sql 2.0.0',
      }),
    );
    expect(copied).toEqual(['LOGISTICS.SHIPMENTS_V2']);
    expect(catalog.getEntityByRef).not.toHaveBeenCalled();

    await user.click(within(table).getByRole('button', { name: 'Example' }));
    await waitFor(() =>
      expect(table).toHaveTextContent(
        'SELECT shipment_id, depot FROM LOGISTICS.SHIPMENTS_V2 LIMIT 10;',
      ),
    );

    await user.click(fold);
    expect(await screen.findByText('Promises of shipments')).toBeVisible();
    expect(table).toHaveTextContent('Delay at most 1 hour');
    expect(
      within(table).getByRole('link', { name: 'shipment_id' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/api/shipments-v2/contract#shipments.shipment_id',
    );
    expect(
      within(table).getByRole('link', {
        name: 'Open the contract shipments-v2',
      }),
    ).toHaveAttribute('href', '/catalog/default/api/shipments-v2/contract');
    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(1);
    expect(api.getProduct).toHaveBeenCalledTimes(1);
    expect(analytics.getEvents()).toContainEqual(
      expect.objectContaining({
        action: 'click',
        subject: 'Contract api:default/shipments-v2',
      }),
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('links to a dashboard, and copies what it does not know', async () => {
    renderWith(<HowToUseItCard />, {
      entity: productEntity({ outputPorts: ports }),
      api: answeringWith(productDetail()),
    });
    await screen.findByText('shipments-board');
    expect(
      within(portItem('shipments-board')).getByRole('link', {
        name: /Open the dashboard/,
      }),
    ).toHaveAttribute('href', 'https://bi.example.com/shipments');
    const graph = portItem('shipments-graph');
    expect(graph).toHaveTextContent('graph');
    expect(
      within(graph).queryByRole('button', { name: 'Example' }),
    ).not.toBeInTheDocument();
    expect(
      within(graph).getByRole('button', {
        name: 'Copy the address of shipments-graph',
      }),
    ).toBeVisible();
    expect(graph).toHaveTextContent(
      'No contract: what it promises is not written down.',
    );
  });

  it('folds deprecated ports away', async () => {
    const user = userEvent.setup();
    renderWith(<HowToUseItCard />, {
      entity: productEntity({ outputPorts: ports }),
      api: answeringWith(productDetail()),
    });
    expect(screen.queryByText('shipments-old')).not.toBeInTheDocument();
    await user.click(
      await screen.findByRole('button', {
        name: '1 deprecated way, do not start with it',
      }),
    );
    expect(portItem('shipments-old')).toHaveTextContent('deprecated');
  });

  it('says what is wrong with a contract', async () => {
    renderWith(<HowToUseItCard />, {
      entity: productEntity({
        outputPorts: [
          { name: 'a', contract: { ref: 'broken' } },
          { name: 'b', contract: { ref: 'gone' } },
          { name: 'c', contract: { id: 'c1', url: 'https://example.com/c1' } },
        ],
      }),
      api: answeringWith(
        productDetail({
          contracts: [
            {
              entity: link('api:default/broken', 'broken'),
              problem: 'Line 1: no',
            },
            { entity: link('api:default/gone', 'gone', false) },
          ],
        }),
      ),
    });
    expect(
      await screen.findByRole('button', {
        name: 'Read the contract broken · cannot be read',
      }),
    ).toBeVisible();
    expect(portItem('b')).toHaveTextContent(
      'Contract gone is not in the catalog',
    );
    expect(
      within(portItem('c')).getByRole('link', { name: /c1/ }),
    ).toHaveAttribute('href', 'https://example.com/c1');
    expect(portItem('c')).toHaveTextContent(
      'Its address is not written down yet.',
    );
  });

  it('tells where the data comes from', async () => {
    renderWith(<HowToUseItCard />, {
      entity: productEntity({
        inputPorts: [
          { name: 'orders', source: 'lab-orders', version: '1' },
          { name: 'weather', externalSource: 'https://weather.example.com' },
          { name: 'scans', deprecated: true },
        ],
        dependsOn: ['component:wms'],
      }),
      api: answeringWith(
        productDetail({
          inputs: [
            {
              entity: link('dataproduct:default/lab-orders', 'Lab orders'),
              owner: link('group:default/lab-data', 'Lab data'),
              lifecycle: 'deprecated',
            },
            { entity: link('component:default/wms', 'Warehouse system') },
          ],
        }),
      ),
    });
    const orders = (await screen.findByRole('link', { name: 'Lab orders' }))
      .parentElement;
    expect(orders).toHaveTextContent(
      'Lab orders · orders · version 1 · deprecated · Lab data',
    );
    expect(
      screen.getByRole('link', { name: /weather\.example\.com/ }),
    ).toBeVisible();
    expect(
      screen.getByText('source not written down · scans · deprecated'),
    ).toBeVisible();
    expect(screen.getAllByRole('link', { name: /Warehouse/ })).toHaveLength(1);
  });

  it.each([
    ['There is no way to reach the data yet.', {}],
    [
      'It is an idea so far: there is no way to reach the data yet.',
      { lifecycle: 'candidate' },
    ],
    ['Where the data comes from is not written down.', {}],
    ['It has no inputs: the data begins here.', { inputs: 'none' as const }],
  ])('says: %s', async (words, spec) => {
    renderWith(<HowToUseItCard />, {
      entity: productEntity(spec),
      api: failingWith(404),
    });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('shows what the catalog file says when the backend is missing', async () => {
    renderWith(<HowToUseItCard />, {
      entity: productEntity({
        outputPorts: [ports[0]],
        inputPorts: [{ name: 'orders', source: 'lab-orders' }],
      }),
      api: failingWith(404),
      catalog: [],
    });
    const user = userEvent.setup();
    expect(screen.getByRole('link', { name: 'lab-orders' })).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Read the contract shipments-v2' }),
    );
    expect(
      await screen.findByText('This contract is not in the catalog.'),
    ).toBeVisible();
  });
});
