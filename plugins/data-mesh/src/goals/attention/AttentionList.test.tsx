import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { noShowTree, treeNode, valueTree } from '../../testing/goals';
import { link } from '../../testing/products';
import { renderWith } from '../../testing/renderWith';
import { valueNode } from '../../testing/valueNode';
import { GoalsContent } from '../GoalsContent';

const tree = () =>
  valueTree(
    [
      ...noShowTree(),
      treeNode({
        id: 'B-07',
        kind: 'bet',
        title: 'If sites are held in one register',
        owner: link('group:default/trials', 'Trials data'),
        toRead: [
          { id: 'M-07', name: 'Days', dueAt: '2026-08-01', isStale: true },
          { id: 'M-08', name: 'Answers', dueAt: '2026-11-20' },
        ],
        hints: [{ code: 'review-overdue', node: 'B-07', value: '2026-10-17' }],
        helpWanted: 'Who knows the sites?',
        withoutProduct: true,
      }),
    ],
    {
      hints: [
        {
          code: 'product-without-goal',
          product: link('dataproduct:default/sales', 'Sales orders'),
          domain: link('domain:default/commercial', 'Commercial'),
        },
        {
          code: 'too-many-active-bets',
          domain: link('domain:default/lab', 'Lab'),
          value: 7,
        },
      ],
    },
  );

function open(search = '?view=attention', answer: ValueTree = tree()) {
  renderWith(<GoalsContent />, {
    api: {
      getValueTree: async () => answer,
      getValueNode: async () => valueNode(),
      getReviews: async () => ({ items: [], total: 0, mayHold: [] }),
    },
    at: `/data-mesh/goals${search}`,
  });
}

const address = () => screen.getByTestId('address').textContent;
const group = async (name: RegExp) => {
  const list = await screen.findByRole('list', { name });
  return within(list)
    .getAllByRole('listitem')
    .filter(item => item.parentElement === list)
    .map(({ textContent }) => textContent);
};

describe('the list of what deserves a look', () => {
  it('says what is to be done, about what, and how', async () => {
    open();
    expect(await group(/^Decide/)).toEqual([
      'If sites are held in one registerBet · Patient services · Trials data' +
        'The review is overdue since Oct 17, 2026Hold the review, or set another day.',
      expect.stringMatching(/^LabDomain7 bets at onceDecide which/),
    ]);
    expect(await group(/^Read measures/)).toEqual([
      expect.stringMatching(
        /“Days” was to be read on Aug 1, 2026; the last reading is too old.*“Answers” was to be read on Nov 20, 2026Check in/,
      ),
    ]);
    expect(await group(/^Ask why/)).toEqual([
      expect.stringMatching(/^Care without waiting.*A little behind/),
      expect.stringMatching(
        /^Fewer empty.*Behind Missed appointments: 14.2 to 12.6 %/,
      ),
    ]);
    expect(await group(/^Help/)).toEqual([
      expect.stringMatching(/Who knows the sites\?/),
    ]);
    expect(await group(/^Link/)).toEqual([
      expect.stringMatching(/^If sites.*No data product leads to it/),
      expect.stringMatching(
        /^Sales ordersData product · CommercialIt leads to no goal/,
      ),
    ]);
    expect(screen.getByText('8 things to do')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Sales orders' })).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/sales',
    );
    expect(screen.queryByRole('tree')).toBeNull();
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('leads to the node, and stays as it is', async () => {
    open('?view=attention&owner=group%3Adefault%2Ftrials');
    await screen.findByText('4 things to do');
    const [title] = screen.getAllByRole('link', { name: /If sites/ });
    await userEvent.click(title);
    expect(address()).toBe(
      '/data-mesh/goals?view=attention&owner=group%3Adefault%2Ftrials&node=B-07',
    );
    expect(await screen.findByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(address()).toBe(
      '/data-mesh/goals?view=attention&owner=group%3Adefault%2Ftrials',
    );
  });

  it('is one way to look at the goals, the tree the other', async () => {
    open('?stance=exploit');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Attention' }),
    );
    expect(address()).toBe('/data-mesh/goals?view=attention&stance=exploit');
    expect(screen.getByRole('button', { name: 'Attention' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(
      screen.getByText('Nothing of what is chosen needs attention'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Tree' }));
    expect(address()).toBe('/data-mesh/goals?stance=exploit');
    expect(await screen.findByRole('tree')).toBeVisible();
  });

  it('says when there is nothing', async () => {
    open(undefined, valueTree([treeNode()]));
    expect(await screen.findByText('Nothing needs attention')).toBeVisible();
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });
});
