import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { noShowTree, treeNode, valueTree } from '../testing/goals';
import { link } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { valueNode } from '../testing/valueNode';
import { GoalsContent } from './GoalsContent';

function open(
  tree: ValueTree = valueTree(noShowTree()),
  search = '',
  api: Partial<DataMeshApi> = {},
) {
  const getValueTree = jest.fn(async () => tree);
  const getValueNode = jest.fn(async () => valueNode());
  renderWith(<GoalsContent />, {
    api: { getValueTree, getValueNode, ...api },
    at: `/data-mesh/goals${search}`,
  });
  return { getValueTree, getValueNode };
}

const address = () => screen.getByTestId('address').textContent;
const items = () => screen.getAllByRole('treeitem');
const idsShown = () => items().map(item => item.dataset.node);
const item = (name: RegExp) => screen.findByRole('treeitem', { name });

describe('the tree of goals', () => {
  it('tells of each what it is and how it stands', async () => {
    const { getValueTree } = open();
    const goal = await item(/Fewer empty appointment slots/);
    expect(idsShown()).toEqual(['V-1', 'CG-1', 'DG-2', 'B-04']);
    expect(goal).toHaveTextContent(/14.2 to 12.6 %/);
    expect(goal).toHaveTextContent(/wants 9/);
    expect(goal).toHaveTextContent(/Behind/);
    expect(goal).toHaveTextContent(/Patient services/);
    expect(goal).toHaveTextContent(/Needs attention/);
    expect(await item(/reminders cut misses/)).toHaveTextContent(
      /Bet.*exploit · review in 10 days · 1 initiative/,
    );
    expect(screen.getByText('2 goals, 1 bet, 1 initiative')).toBeVisible();
    expect(getValueTree).toHaveBeenCalledTimes(1);
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('can be read and walked through by keys alone', async () => {
    open();
    const vision = await item(/^Vision/);
    expect(items().filter(({ tabIndex }) => tabIndex === 0)).toEqual([vision]);
    act(() => vision.focus());
    await userEvent.keyboard('{End}');
    expect(await item(/reminders cut misses/)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(idsShown()).toContain('I-04');
    await userEvent.keyboard('{ArrowRight}');
    const initiative = await item(/No-show reminders/);
    expect(initiative).toHaveFocus();
    expect(initiative).toHaveAttribute('aria-level', '5');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(idsShown()).not.toContain('I-04');
    await userEvent.keyboard('{Enter}');
    expect(address()).toBe('/data-mesh/goals?node=B-04');
    expect(await screen.findByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(address()).toBe('/data-mesh/goals');
    await waitFor(() =>
      expect(
        document.querySelector('[role=treeitem][data-node="B-04"]'),
      ).toHaveFocus(),
    );
  });

  it('folds and unfolds, one by one and all at once', async () => {
    open();
    const goal = await item(/Care without waiting/);
    expect(goal).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(goal.querySelector('[data-fold]')!);
    expect(goal).toHaveAttribute('aria-expanded', 'false');
    expect(address()).toBe('/data-mesh/goals');
    await userEvent.click(screen.getByRole('button', { name: 'Unfold all' }));
    expect(idsShown()).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: 'Fold all' }));
    expect(idsShown()).toEqual(['V-1']);
  });

  it('renders only what is unfolded where there are many', async () => {
    const many = Array.from({ length: 60 }, (_, goal) => [
      treeNode({ id: `G${goal}`, parentId: undefined, title: `Goal ${goal}` }),
      ...Array.from({ length: 5 }, (__, bet) =>
        treeNode({ id: `B${goal}-${bet}`, parentId: `G${goal}`, kind: 'bet' }),
      ),
    ]).flat();
    open(valueTree(many));
    await item(/Goal 59/);
    expect(items()).toHaveLength(60);
  });

  it('keeps what is above of what a filter leaves', async () => {
    open(undefined, '?stance=exploit');
    await item(/reminders cut misses/);
    expect(idsShown()).toEqual(['V-1', 'CG-1', 'DG-2', 'B-04']);
    expect(screen.getByText('1 of 5 fit, with what they serve')).toBeVisible();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Needs attention (2)' }),
    );
    expect(address()).toBe('/data-mesh/goals?stance=exploit&attention=yes');
    expect(screen.queryByRole('tree')).toBeNull();
    expect(
      screen.getByText('Looked for: stance exploit, needs attention.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(address()).toBe('/data-mesh/goals');
    expect(idsShown()).toHaveLength(4);
  });

  it('unfolds what leads to the node of a link', async () => {
    const { getValueNode } = open(undefined, '?node=I-04', {});
    await screen.findByRole('dialog');
    expect(getValueNode).toHaveBeenCalledWith('I-04', expect.anything());
    await waitFor(() =>
      expect(
        document.querySelector('[role=treeitem][data-node="I-04"]'),
      ).toHaveAttribute('aria-selected', 'true'),
    );
  });

  it('tells of products that lead to no goal', async () => {
    open(
      valueTree(noShowTree(), {
        hints: [
          {
            code: 'product-without-goal',
            product: link('dataproduct:default/sales', 'Sales orders'),
          },
        ],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /1 hint on products/ }),
    );
    expect(screen.getByRole('link', { name: 'Sales orders' })).toBeVisible();
  });
});

describe('who may write', () => {
  const addButton = () => screen.queryByRole('button', { name: 'Add' });

  it('has a button for what may be added', async () => {
    const nodes = noShowTree().map(node =>
      node.kind === 'bet' ? { ...node, may: ['add' as const] } : node,
    );
    open(valueTree(nodes, { mayAdd: ['goal'] }));
    await item(/^Vision/);
    await userEvent.click(addButton()!);
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Goal', 'Initiative']);
  });

  it('has none for others', async () => {
    open();
    await item(/^Vision/);
    expect(addButton()).toBeNull();
  });

  it('begins with a first goal', async () => {
    open(valueTree([], { mayAdd: ['vision', 'goal'] }));
    expect(await screen.findByText('Write your first goal')).toBeVisible();
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
    await userEvent.click(screen.getByRole('button', { name: 'Write a goal' }));
    expect(
      await screen.findByRole('dialog', { name: 'Write a goal' }),
    ).toBeVisible();
  });

  it('is told to those who may not', async () => {
    open(valueTree([]));
    expect(await screen.findByText('No goals yet')).toBeVisible();
    expect(screen.getByText(/Who owns a domain/)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('without an answer', () => {
  const failing = (error: Error) => {
    const getValueTree = jest.fn<Promise<ValueTree>, []>(async () => {
      throw error;
    });
    open(undefined, '', { getValueTree });
    return getValueTree;
  };

  it('shows that it loads', () => {
    open(undefined, '', { getValueTree: () => new Promise(() => {}) });
    expect(screen.getByRole('status', { name: 'Loading goals' })).toBeVisible();
  });

  it('can be tried again', async () => {
    const getValueTree = failing(new Error('The database sleeps'));
    expect(await screen.findByText('The database sleeps')).toBeVisible();
    getValueTree.mockResolvedValue(valueTree(noShowTree()));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await item(/^Vision/)).toBeVisible();
  });

  it.each([
    ['NotAllowedError', 'You may not see this'],
    ['NotFoundError', /not installed|backend/i],
  ])('says why: %s', async (name, words) => {
    failing(Object.assign(new Error('No'), { name }));
    expect((await screen.findAllByText(words))[0]).toBeVisible();
    expect(screen.queryByRole('tree')).toBeNull();
  });
});
