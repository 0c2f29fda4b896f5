import { act, screen, waitFor, within } from '@testing-library/react';
import { Entity } from '@backstage/catalog-model';
import { accessibilityProblems } from '../../testing/accessibility';
import { productEntity } from '../../testing/productPage';
import { renderWith } from '../../testing/renderWith';
import { results } from '../../testing/results';
import { NextStepsCard } from './NextStepsCard';

const contract: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'shipments-v1', namespace: 'default' },
  spec: {
    type: 'odcs',
    lifecycle: 'experimental',
    owner: 'logistics-data',
    definition: [
      'apiVersion: v3.1.0',
      'kind: DataContract',
      'id: shipments',
      'version: 1.0.0',
      'status: draft',
      'schema: [{ name: shipments, properties: [{ name: id, logicalType: string }] }]',
      'slaProperties: [{ property: latency, value: 4, unit: h }]',
    ].join('\n'),
  },
};

function show(entity: ReturnType<typeof productEntity>) {
  const catalog = [entity, contract];
  renderWith(<NextStepsCard />, { entity, catalog });
}

describe('what is next for a candidate', () => {
  it('is all that was left for later', async () => {
    show(productEntity({ lifecycle: 'candidate' }));
    const list = within(await screen.findByRole('list'));
    const steps = list.getAllByRole('listitem').map(item => item.textContent);
    expect(steps).toEqual([
      expect.stringMatching(/closest to/),
      expect.stringMatching(/where its data comes from/),
      expect.stringMatching(/output port/),
      expect.stringMatching(/fresh/),
      expect.stringMatching(/sensitive/),
      expect.stringMatching(/access/),
      expect.stringMatching(/channel/),
    ]);
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('leaves out what the contracts say', async () => {
    const entity = productEntity({
      lifecycle: 'candidate',
      type: 'source-aligned',
      outputPorts: [
        { name: 'table', version: '1.0.0', contract: { ref: 'shipments-v1' } },
      ],
    });
    entity.relations!.push({
      type: 'providesApi',
      targetRef: 'api:default/shipments-v1',
    });
    show(entity);
    expect(await screen.findByText(/where its data comes from/)).toBeVisible();
    expect(screen.queryByText(/fresh/)).not.toBeInTheDocument();
    expect(screen.queryByText(/output port/)).not.toBeInTheDocument();
  });

  it('is nothing for a product in use', async () => {
    const entity = productEntity({ lifecycle: 'production' });
    renderWith(
      <>
        <NextStepsCard />
        end
      </>,
      { entity, catalog: [entity] },
    );
    expect(await screen.findByText('end')).toBeVisible();
    expect(screen.queryByText('What is next')).not.toBeInTheDocument();
  });

  it('leaves it to the Maturity card once the product is evaluated', async () => {
    const getResults = jest.fn(async () => results({}));
    const entity = productEntity({ lifecycle: 'candidate' });
    renderWith(<NextStepsCard />, {
      entity,
      catalog: [entity, contract],
      api: { getResults },
    });
    await waitFor(() => expect(getResults).toHaveBeenCalled());
    await act(() => new Promise(resolve => setTimeout(resolve, 50)));
    expect(screen.getByTestId('piece')).toBeEmptyDOMElement();
  });
});
