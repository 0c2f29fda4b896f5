import { screen, waitFor } from '@testing-library/react';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { accessibilityProblems } from '../../testing/accessibility';
import { entity } from '../../testing/entities';
import { renderEntityPage } from '../../testing/renderEntityPage';
import { renderWith } from '../../testing/renderWith';
import { DataMeshSummaryBlueprint } from './DataMeshSummaryBlueprint';
import { SummaryCards } from './SummaryCards';
import { summaryCard } from './summaryCard';

const part = (name: string, kind: string) =>
  DataMeshSummaryBlueprint.make({
    name,
    params: {
      filter: { kind },
      loader: async () => <article>{name}</article>,
    },
  });

const dataMesh = createFrontendPlugin({
  pluginId: 'data-mesh',
  extensions: [summaryCard, part('ownership', 'dataproduct')],
});
/** Some other plugin that has something for the summary. */
const others = createFrontendPlugin({
  pluginId: 'others',
  extensions: [part('cost', 'dataproduct'), part('goals', 'domain')],
});
const features = [dataMesh, others];

const product = entity('DataProduct', 'a');

const parts = () =>
  screen.queryAllByRole('article').map(({ textContent }) => textContent);

describe('the summary', () => {
  it('shows the parts for the entity in their order', async () => {
    const { container } = renderEntityPage(product, { features });
    await waitFor(() => expect(parts()).toEqual(['ownership', 'cost']));
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('shows others on the page of another kind', async () => {
    renderEntityPage(entity('Domain', 'd'), { features });
    await waitFor(() => expect(parts()).toEqual(['goals']));
  });

  it('is not there where none of its parts applies', async () => {
    renderEntityPage(entity('Component', 'c'), { features });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it.each([
    [
      'another order',
      [
        { 'data-mesh-summary:others/cost': true },
        { 'data-mesh-summary:data-mesh/ownership': true },
      ],
      ['cost', 'ownership'],
    ],
    [
      'a part left out',
      [{ 'data-mesh-summary:data-mesh/ownership': false }],
      ['cost'],
    ],
    [
      'a part for other entities',
      [
        {
          'data-mesh-summary:others/goals': {
            config: { filter: { kind: 'dataproduct' } },
          },
        },
      ],
      ['goals', 'ownership', 'cost'],
    ],
  ])('takes %s from the configuration', async (_, extensions, names) => {
    renderEntityPage(product, { features, extensions });
    await waitFor(() => expect(parts()).toEqual(names));
  });

  it('leaves no gap when its parts have nothing to say', () => {
    const Nothing = () => null;
    const silent = [{ id: 'a', element: <Nothing />, appliesTo: () => true }];
    renderWith(<SummaryCards parts={silent} />, { entity: product });
    const [card] = screen.getByTestId('piece').children;
    expect(card).toBeEmptyDOMElement();
    expect(card).not.toBeVisible();
  });
});
