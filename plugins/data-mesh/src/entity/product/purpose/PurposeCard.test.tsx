import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../../testing/accessibility';
import { watchClipboard } from '../../../testing/clipboard';
import { noShowTree, treeNode, valueTree } from '../../../testing/goals';
import { failingWith, productEntity } from '../../../testing/productPage';
import { link } from '../../../testing/products';
import { renderWith } from '../../../testing/renderWith';
import { EndangeredGoals } from './EndangeredGoals';
import { PurposeCard } from './PurposeCard';

const ref = 'dataproduct:default/shipments';

function open(tree: ValueTree | Error, spec: { initiatives?: string[] } = {}) {
  const getValueTree = jest.fn(async () => {
    if (tree instanceof Error) {
      throw tree;
    }
    return tree;
  });
  renderWith(
    <>
      <PurposeCard />
      <EndangeredGoals product={ref} />
    </>,
    { entity: productEntity(spec), api: { getValueTree } },
  );
  return getValueTree;
}

const unserved = {
  hints: [{ code: 'product-without-goal', product: link(ref, 'Shipments') }],
};

describe('what a data product is for', () => {
  it('is a line from its use up to the vision', async () => {
    const getValueTree = open(valueTree(noShowTree()));
    const path = await screen.findByRole('list', {
      name: 'From No-show reminders to Every patient gets the right test on time',
    });
    expect(
      within(path)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Use Call patients likely to miss',
      'Initiative No-show reminders',
      'Bet If staff know who may not come, reminders cut misses',
      'Goal Fewer empty appointment slots14.2 to 12.6 %, expected 10.9 by now, wants 9Behind',
      'Goal Care without waiting3.1 to 3.6 score, expected 3.8 by now, wants 4.2A little behind',
      'Vision Every patient gets the right test on time',
    ]);
    expect(
      within(path).getByRole('link', { name: 'Fewer empty appointment slots' }),
    ).toHaveAttribute('href', '/data-mesh/goals?node=DG-2');
    expect(getValueTree).toHaveBeenCalledTimes(1);
    expect(getValueTree).toHaveBeenCalledWith(
      { product: ref },
      expect.anything(),
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('is told to whoever reads what is open, by the same request', async () => {
    const getValueTree = open(valueTree(noShowTree()));
    const label = await screen.findByText('Endangers:');
    expect(label.parentElement).toHaveTextContent(
      'Endangers: Fewer empty appointment slots (Behind)',
    );
    expect(getValueTree).toHaveBeenCalledTimes(1);
  });

  it('has several ways to one goal together', async () => {
    const initiative = treeNode({
      id: 'I-14',
      kind: 'initiative',
      parentId: 'B-04',
      title: 'Waiting list',
      state: 'proposed',
      products: [{ ...link(ref, 'Shipments'), from: ['catalog'] }],
    });
    open(valueTree([...noShowTree(), initiative]));
    const items = await screen.findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Use Call patients likely to miss',
      'Initiative No-show reminders',
      expect.stringMatching(/^Bet /),
      'Initiative (Proposed) Waiting list',
      expect.stringMatching(/^Bet /),
      expect.stringMatching(/^Goal Fewer/),
      expect.stringMatching(/^Goal Care/),
      expect.stringMatching(/^Vision/),
    ]);
  });

  it('is nothing yet, with two ways to mend that', async () => {
    const user = userEvent.setup();
    open(valueTree([], unserved));
    expect(await screen.findByText(/^Serves no goal yet/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Find the initiative that it serves' }),
    ).toHaveAttribute(
      'href',
      `/data-mesh/goals?${new URLSearchParams({ product: ref })}`,
    );
    await user.click(
      screen.getByRole('button', { name: 'Or write it in the catalog file' }),
    );
    const copied = watchClipboard();
    await user.click(screen.getByRole('button', { name: 'Copy the YAML' }));
    expect(copied[0]).toContain('initiatives:\n    - id-of-the-initiative');
    expect(screen.queryByText(/^Endangers/)).not.toBeInTheDocument();
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('claims no “no goal” where what is made from it may serve one', async () => {
    open(valueTree([]));
    expect(
      await screen.findByText('It is linked to no goal itself.'),
    ).toBeVisible();
    expect(screen.queryByText(/^Serves no goal/)).not.toBeInTheDocument();
  });

  it('was for goals that are closed', async () => {
    const nodes = noShowTree().map(node =>
      node.id === 'DG-2' ? { ...node, state: 'achieved' as const } : node,
    );
    open(
      valueTree(nodes, {
        hints: [
          {
            code: 'product-of-closed-goals',
            product: link(ref, 'Shipments'),
            value: 1,
          },
        ],
      }),
    );
    expect(
      await screen.findByText(
        'All goals that it served are reached or dropped',
      ),
    ).toBeVisible();
    expect(screen.getByText(/^Goal \(Reached\)/)).toBeVisible();
    expect(screen.queryByText(/^Endangers/)).not.toBeInTheDocument();
  });

  it('says when the catalog file names what is not there', async () => {
    open(valueTree(noShowTree()), { initiatives: ['I-04', 'I-99'] });
    expect(
      await screen.findByText(
        'Its catalog file names I-99, which is not among the goals here.',
      ),
    ).toBeVisible();
  });

  it('says when it could not be loaded, and when one may not see it', async () => {
    open(await failure(500));
    expect(await screen.findByText('This could not be loaded')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('says when one may not see it', async () => {
    open(await failure(403));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('is not there without a backend', async () => {
    open(await failure(404));
    await waitFor(() =>
      expect(screen.getByTestId('piece')).toBeEmptyDOMElement(),
    );
  });
});

function failure(status: number): Promise<Error> {
  return failingWith(status)
    .getProduct()
    .then(
      () => new Error('It did not fail'),
      (error: Error) => error,
    );
}
