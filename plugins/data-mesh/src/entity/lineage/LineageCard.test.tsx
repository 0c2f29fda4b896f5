import { useLocation } from 'react-router-dom';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
  EntityRelationsGraphProps,
} from '@backstage/plugin-catalog-graph';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { entity } from '../../testing/entities';
import { LineageCard } from './LineageCard';

// The graph itself needs a browser that lays out SVG.
jest.mock('@backstage/plugin-catalog-graph', () => ({
  ...jest.requireActual('@backstage/plugin-catalog-graph'),
  EntityRelationsGraph: (props: EntityRelationsGraphProps) => (
    <button
      type="button"
      onClick={event =>
        props.onNodeClick?.(
          {
            id: 'api:default/shipments-v2',
            name: 'shipments-v2',
            namespace: 'default',
            entity: entity('API', 'shipments-v2'),
          },
          event,
        )
      }
    >
      {JSON.stringify(props.rootEntityNames)} {props.relations?.join(' ')}{' '}
      {props.kinds?.join(' ')}
    </button>
  ),
}));

const shipments = entity('DataProduct', 'shipments', [
  ['consumedBy', 'system:default/planning'],
  ['ownedBy', 'group:default/logistics'],
]);
const unconnected = entity('DataProduct', 'new', [
  ['ownedBy', 'group:default/logistics'],
  ['consumedBy', 'group:default/finance'],
]);

function Address() {
  return <p data-testid="address">{useLocation().pathname}</p>;
}

function open(page: Entity, graph: DefaultCatalogGraphApi | undefined) {
  return renderInTestApp(
    <>
      <div data-testid="piece">
        <EntityProvider entity={page}>
          <LineageCard />
        </EntityProvider>
      </div>
      <Address />
    </>,
    {
      apis: [[catalogGraphApiRef, graph as DefaultCatalogGraphApi]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('the lineage', () => {
  it('starts at the product, follows what data flows along and leads on', async () => {
    open(shipments, new DefaultCatalogGraphApi());
    expect(screen.getByRole('heading', { name: 'Lineage' })).toBeVisible();
    const graph = screen.getByRole('button');
    expect(graph).toHaveTextContent('"name":"shipments"');
    expect(graph).toHaveTextContent(/consumerOf consumedBy/);
    expect(graph).not.toHaveTextContent('ownedBy');
    expect(graph).not.toHaveTextContent('group');
    await userEvent.click(graph);
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/catalog/default/api/shipments-v2',
    );
  });

  it.each([
    ['where nothing flows', unconnected, new DefaultCatalogGraphApi()],
    ['in a portal without the graph', shipments, undefined],
  ])('is not there %s', (_, page, graph) => {
    open(page, graph);
    expect(screen.getByTestId('piece')).toBeEmptyDOMElement();
  });
});
