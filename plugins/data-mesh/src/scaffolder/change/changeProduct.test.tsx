import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { accessibilityProblems } from '../../testing/accessibility';
import { noShowTree, valueTree } from '../../testing/goals';
import {
  fill,
  pagesOf,
  readTemplate,
  renderForm,
  world,
} from '../../testing/scaffolderForm';

const contractText = `apiVersion: v3.1.0
kind: DataContract
id: demand
version: 1.2.0
status: active
schema:
  - name: demand
    properties:
      - name: clinic
        logicalType: string
        # who orders
        description: The clinic that orders.
`;

const contract: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'demand-v1', namespace: 'default' },
  spec: {
    type: 'odcs',
    lifecycle: 'experimental',
    owner: 'logistics-data',
    definition: contractText,
  },
};

const demand: Entity = {
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: {
    uid: 'u',
    etag: 'e',
    name: 'demand',
    namespace: 'default',
    title: 'Demand',
    annotations: {
      'backstage.io/managed-by-location': 'file:x',
      'example.com/kept': 'yes',
    },
  },
  spec: {
    owner: 'group:default/logistics-data',
    lifecycle: 'experimental',
    purpose: 'Demand per clinic.',
    usage: 'Planners, to order.',
    domain: 'domain:default/supply-chain',
    productOwner: 'user:default/oskar.nyberg',
    initiatives: ['I-04', 'I-77'],
    outputPorts: [
      {
        name: 'demand',
        version: '1.2.0',
        type: 'sql',
        contract: { ref: 'demand-v1' },
      },
    ],
  },
  relations: [
    { type: 'providesApi', targetRef: 'api:default/demand-v1' },
    { type: 'ownedBy', targetRef: 'group:default/logistics-data' },
  ],
};

const open = (answers?: { product: string }) =>
  renderForm(pagesOf(readTemplate('change-data-product')), {
    catalog: [...world, demand, contract],
    answers,
    api: { getValueTree: async () => valueTree(noShowTree()) },
  });

const next = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getByRole('button', { name: 'Next' }));

describe('changing a data product', () => {
  it('loads its answers, and shows only the lines that change', async () => {
    const user = userEvent.setup();
    const { onCreate, container } = await open({
      product: 'dataproduct:default/demand',
    });
    await screen.findByText(/Its answers are loaded/);
    expect(await accessibilityProblems(container)).toEqual([]);
    await next(user);

    expect(await screen.findByLabelText(/In one sentence/)).toHaveValue(
      'Demand per clinic.',
    );
    fill(/In one sentence/, 'Demand per clinic and week.');
    expect(await screen.findByText(/Goal: Fewer empty/)).toBeVisible();
    await user.click(screen.getByRole('textbox', { name: /Which initiative/ }));
    await user.keyboard('{Backspace}');
    await next(user);
    const table = await screen.findByRole('table', {
      name: 'Fields of demand',
    });
    const description = within(table).getByLabelText('What clinic means');
    expect(description).toHaveValue('The clinic that orders.');
    await user.clear(description);
    await user.type(description, 'The clinic.');
    await next(user);
    await screen.findByText('What may people rely on?');
    await next(user);

    const product = await screen.findByRole('region', {
      name: 'catalog-info.yaml',
    });
    expect(product).toHaveTextContent('- purpose: Demand per clinic.');
    expect(product).toHaveTextContent('- - I-77');
    expect(screen.getByRole('list', { name: 'It serves:' })).toHaveTextContent(
      /^No-show reminders/,
    );
    expect(product).toHaveTextContent('+ purpose: Demand per clinic and week.');
    expect(
      screen.getByRole('region', { name: /odcs\.yaml$/ }),
    ).toHaveTextContent(
      /- description: The clinic that orders\.\+ description: The clinic\./,
    );
    expect(await accessibilityProblems(container)).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    await waitFor(() => expect(onCreate).toHaveBeenCalledTimes(1));
    expect(onCreate.mock.calls[0][0]).toMatchObject({
      product: 'dataproduct:default/demand',
      name: 'demand',
      purpose: 'Demand per clinic and week.',
      initiatives: ['I-04'],
      outputPorts: [
        {
          contract: {
            objects: [
              { fields: [{ name: 'clinic', description: 'The clinic.' }] },
            ],
          },
        },
      ],
    });
  });

  it('says when nothing is changed', async () => {
    const user = userEvent.setup();
    await open({ product: 'dataproduct:default/demand' });
    await screen.findByText(/Its answers are loaded/);
    for (const words of [/In one sentence/, /^Title/, /^Availability/]) {
      await next(user);
      await screen.findByLabelText(words);
    }
    await next(user);
    expect(await screen.findByText('Nothing is changed yet.')).toBeVisible();
  });

  it('takes the answers of another product for those of the first', async () => {
    const user = userEvent.setup();
    const { onCreate } = await open({ product: 'dataproduct:default/demand' });
    await screen.findByText(/Its answers are loaded/);
    const box = screen.getByLabelText(/Data product/);
    await user.clear(box);
    await user.type(box, 'ship');
    await user.click(await screen.findByText('Shipments'));
    await screen.findByText(/Its answers are loaded/);
    await next(user);
    expect(await screen.findByLabelText(/In one sentence/)).toHaveValue('');
    expect(onCreate).not.toHaveBeenCalled();
  });

  it('does not go on without answers', async () => {
    const user = userEvent.setup();
    await open({ product: 'dataproduct:default/gone' });
    expect(
      await screen.findByText('This data product is not in the catalog.'),
    ).toBeVisible();
    await next(user);
    expect(await screen.findByText(/Its answers. must have/)).toBeVisible();
  });
});
