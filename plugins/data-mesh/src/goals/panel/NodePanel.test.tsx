import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { watchClipboard } from '../../testing/clipboard';
import { noShowTree, treeNode, valueTree } from '../../testing/goals';
import { link } from '../../testing/products';
import { renderWith } from '../../testing/renderWith';
import { ruleSets } from '../../testing/ruleSets';
import {
  everyAct,
  measureWithReadings,
  valueNode,
} from '../../testing/valueNode';
import { GoalsContent } from '../GoalsContent';

async function open(
  node: ValueNode = valueNode(),
  api: Partial<DataMeshApi> = {},
) {
  const getValueNode = jest.fn(async () => node);
  renderWith(<GoalsContent />, {
    api: {
      getValueTree: async () => valueTree(noShowTree()),
      getValueNode,
      getRuleSets: async () => ruleSets(),
      ...api,
    },
    at: `/data-mesh/goals?stance=exploit&node=${node.node.id}`,
  });
  return { getValueNode, panel: await screen.findByRole('dialog') };
}

const initiative = (may: ValueNode['node']['may'] = []) =>
  valueNode({
    node: treeNode({
      id: 'I-04',
      kind: 'initiative',
      parentId: 'B-04',
      title: 'No-show reminders',
      may,
      products: [
        {
          ...link('dataproduct:default/shipments', 'Shipments'),
          from: ['tree'],
          linkId: 'L-1',
          level: 3,
          target: 3,
        },
        {
          ...link('dataproduct:default/patient-360', 'Patient 360'),
          from: ['catalog'],
        },
      ],
    }),
    fields: { title: 'No-show reminders', useCases: ['Call patients'] },
    measures: [],
    components: [
      { ...link('component:default/caller', 'Caller'), linkId: 'L-2' },
    ],
    backlog: [
      {
        linkId: 'L-3',
        provider: 'github',
        ref: 'alvenro/scheduling#210',
        url: 'https://github.com/alvenro/scheduling/issues/210',
        title: 'Ask at booking',
        state: 'open',
        seenAt: '2026-11-20T10:00:00Z',
      },
      {
        linkId: 'L-4',
        provider: 'jira',
        ref: 'PAT-88',
        problem: 'Jira cannot be read from here',
      },
    ],
  });

describe('the panel of a node', () => {
  it('tells what it serves, what it says and how it stands', async () => {
    const { panel } = await open();
    expect(
      await within(panel).findByRole('heading', {
        name: 'Goal: Fewer empty appointment slots',
      }),
    ).toBeVisible();
    expect(
      within(panel).getByRole('link', { name: 'Care without waiting' }),
    ).toHaveAttribute('href', '/data-mesh/goals?stance=exploit&node=CG-1');
    expect(
      within(panel).getByRole('link', { name: 'Patient access' }),
    ).toHaveAttribute('href', '/catalog/default/group/team-patient-access');
    expect(within(panel).getByText('Behind')).toBeVisible();
    await userEvent.click(
      within(panel).getByRole('button', { name: '2 readings as a table' }),
    );
    const table = await within(panel).findByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'DayValueNote',
      'Mar 21, 20279 %Target',
      'Nov 9, 202612.6 %One clinic had no staff.  Yusuf Demir',
      'Aug 1, 202613.4 %  Yusuf Demir',
      'Mar 26, 202614.2 %Baseline',
    ]);
    await waitFor(() =>
      expect(panel.querySelector('svg.recharts-surface')).not.toBeNull(),
    );
    expect(await accessibilityProblems(panel)).toEqual([]);
  });

  it('has nothing to press for those who may not', async () => {
    const { panel } = await open(initiative());
    await within(panel).findByText('Ask at booking');
    expect(
      within(panel)
        .getAllByRole('button')
        .map(button => button.getAttribute('aria-label') ?? button.textContent),
    ).toEqual(['Close', 'Who changed it']);
  });

  it('shows what it is linked to, and takes links away', async () => {
    const unlinkValueNode = jest.fn(async () => initiative(everyAct));
    const { panel } = await open(initiative(everyAct), { unlinkValueNode });
    expect(
      await within(panel).findByRole('link', { name: /Ask at booking/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/alvenro/scheduling/issues/210',
    );
    expect(
      within(panel).getByText('open, last seen Nov 20, 2026'),
    ).toBeVisible();
    expect(
      within(panel).getByText('not seen yet, Jira cannot be read from here'),
    ).toBeVisible();
    expect(await within(panel).findByText(/Trusted/)).toBeVisible();
    expect(within(panel).getByText('from its catalog file')).toBeVisible();
    expect(
      within(panel).queryByRole('button', {
        name: 'Remove the link to Patient 360',
      }),
    ).toBeNull();
    await userEvent.click(
      within(panel).getByRole('button', {
        name: 'Remove the link to Shipments',
      }),
    );
    expect(unlinkValueNode).toHaveBeenCalledWith('I-04', 'L-1');
    expect(await accessibilityProblems(panel)).toEqual([]);
  });

  it('leads from a hint to the form that mends it', async () => {
    const node = valueNode({}, everyAct);
    node.node.hints = [{ code: 'goal-without-bet' }];
    const { panel } = await open(node);
    await userEvent.click(
      await within(panel).findByRole('button', { name: 'Add one' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Add a bet' }),
    ).toBeVisible();
  });

  it('tells what was decided and learnt', async () => {
    const { panel } = await open(
      valueNode({
        fields: { title: 'A', learning: 'Nobody owned the meaning.' },
        decisions: [
          {
            id: 'D-1',
            nodeId: 'DG-2',
            date: '2026-09-01',
            type: 'rescope',
            reason: 'Two clinics first.',
            measures: [{ id: 'M-03', name: 'Missed', text: '13.4 %' }],
            participants: [link('user:default/yusuf.demir', 'Yusuf Demir')],
            by: link('user:default/yusuf.demir', 'Yusuf Demir'),
            at: '2026-09-01T10:00:00Z',
          },
        ],
        measures: [measureWithReadings({ checkIns: [] })],
      }),
    );
    expect(await within(panel).findByText('Rescope')).toBeVisible();
    expect(within(panel).getByText('Two clinics first.')).toBeVisible();
    expect(within(panel).getByText('Missed: 13.4 %')).toBeVisible();
    expect(within(panel).getByText('Nobody owned the meaning.')).toBeVisible();
    expect(
      within(panel).getAllByRole('link', { name: 'Yusuf Demir' }),
    ).toHaveLength(1);
  });

  it('tells what it said on a day, and who changed it', async () => {
    const getValueNodeHistory = jest.fn<
      ReturnType<DataMeshApi['getValueNodeHistory']>,
      Parameters<DataMeshApi['getValueNodeHistory']>
    >(async (_, query = {}) => ({
      items: [
        {
          at: '2026-03-01T10:00:00Z',
          action: 'edited',
          version: 2,
          state: 'proposed',
          fields: { title: query.at ? 'Fewer misses' : 'Fewer empty slots' },
          changed: ['title'],
          by: link('user:default/yusuf.demir', 'Yusuf Demir'),
        },
      ],
    }));
    const { panel } = await open(valueNode(), { getValueNodeHistory });
    await userEvent.type(
      await within(panel).findByLabelText('What did it say on'),
      '2026-03-15',
    );
    expect(await within(panel).findByText('Fewer misses')).toBeVisible();
    expect(getValueNodeHistory).toHaveBeenCalledWith(
      'DG-2',
      { at: '2026-03-15' },
      expect.anything(),
    );
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Who changed it' }),
    );
    expect(
      await within(panel).findByText(/: Changed: What gets better/),
    ).toBeVisible();
  });

  it('tells in words what was done, also what it does not know', async () => {
    const version = (action: string, change = {}, measure?: string) => ({
      at: '2026-03-01T10:00:00Z',
      version: 1,
      fields: measure ? { name: 'Missed' } : { title: 'Fewer misses' },
      changed: [],
      action,
      measure,
      ...change,
    });
    const items = [
      version('added'),
      version('edited', { changed: ['sponsor', 'state'], state: 'active' }),
      version('edited', { changed: ['target', 'cadenceDays'] }, 'M-03'),
      version('moved', { changed: ['parentId'] }),
      version('achieved', {
        changed: ['state', 'learning'],
        state: 'achieved',
      }),
      version('decided', { changed: ['reviewAt'] }),
      version('released'),
      version('restored'),
      version('deleted', {}, 'M-03'),
      version('folded', { changed: ['creases'] }),
    ].map((item, index) => ({ ...item, version: index }));
    const { panel } = await open(valueNode(), {
      getValueNodeHistory: async () => ({ items }),
    });
    await userEvent.click(
      await within(panel).findByRole('button', { name: 'Who changed it' }),
    );
    const first = await within(panel).findByText(/: Added/);
    const lines = [...first.closest('ul')!.children].map(({ textContent }) =>
      textContent!.replace(/^Mar 1, 2026: /, ''),
    );
    expect(lines).toEqual([
      'Added',
      'Changed: Sponsor, state',
      'Changed (the measure “Missed”): Target, Read every so many days',
      'Moved',
      'Now: Reached: What was learnt',
      'Decided on: Next review',
      'Set free from its document in Git',
      'Put back',
      'Deleted (the measure “Missed”)',
      'folded: creases',
    ]);
    expect(await accessibilityProblems(panel)).toEqual([]);
  });

  describe('of a bet without measures of its own', () => {
    const bet = () =>
      valueNode({
        node: treeNode({ id: 'B-04', kind: 'bet', parentId: 'DG-2' }),
        measures: [],
      });

    it('leads to its goal if that is measured', async () => {
      const { panel } = await open(bet(), {
        getValueNode: async id => (id === 'B-04' ? bet() : valueNode()),
      });
      expect(
        await within(panel).findByText(/It is measured by the measures of its/),
      ).toHaveTextContent(
        'It is measured by the measures of its goal, “Fewer empty appointment slots”, as it has none of its own.',
      );
      expect(
        within(panel).getByRole('link', {
          name: 'Fewer empty appointment slots',
        }),
      ).toHaveAttribute('href', '/data-mesh/goals?stance=exploit&node=DG-2');
      expect(within(panel).queryByText('Nothing is measured yet.')).toBeNull();
      expect(await accessibilityProblems(panel)).toEqual([]);
    });

    it.each([
      ['is not measured', async () => valueNode({ measures: [] })],
      [
        'may not be seen',
        async () => {
          throw Object.assign(new Error('No'), { name: 'NotFoundError' });
        },
      ],
    ])('says that nothing is measured if its goal %s', async (_, goal) => {
      const { panel } = await open(bet(), {
        getValueNode: async id => (id === 'B-04' ? bet() : goal()),
      });
      expect(
        await within(panel).findByText('Nothing is measured yet.'),
      ).toBeVisible();
    });
  });

  it('has what a pipeline needs to check in, for those who may', async () => {
    const user = userEvent.setup();
    const copied = watchClipboard();
    const { panel } = await open(valueNode({}, everyAct));
    const fold = await within(panel).findByRole('button', {
      name: 'For a pipeline',
    });
    expect(panel).not.toHaveTextContent('M-03');
    act(() => fold.focus());
    await user.keyboard('{Enter}');
    await user.click(
      await within(panel).findByRole('button', {
        name: 'Copy the id of “Missed appointments”',
      }),
    );
    await user.click(
      await within(panel).findByRole('button', {
        name: 'Copy the request for “Missed appointments”',
      }),
    );
    expect(copied[0]).toBe('M-03');
    expect(copied[1]).toMatch(
      /^curl .*'http.*\/data-mesh\/measures\/M-03\/check-ins'/,
    );
    expect(
      within(panel).getByRole('link', { name: /^What it answers/ }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/\/docs\/goals\.md#from-a-pipeline$/),
    );
    expect(await accessibilityProblems(panel)).toEqual([]);
  });

  it('has nothing for pipelines where one may not check in', async () => {
    const { panel } = await open();
    await within(panel).findByText('Behind');
    expect(
      within(panel).queryByRole('button', { name: 'For a pipeline' }),
    ).toBeNull();
  });

  it('says that a document in Git owns its wording', async () => {
    const node = valueNode({}, everyAct);
    node.node.managedBy = 'value-tree.yaml';
    const { panel } = await open(node);
    expect(
      await within(panel).findByText(/kept in value-tree.yaml/),
    ).toBeVisible();
    expect(within(panel).queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(within(panel).getByRole('button', { name: 'Decide' })).toBeVisible();
  });

  it('says that there is no such node', async () => {
    const { panel } = await open(valueNode(), {
      getValueNode: async () => {
        throw Object.assign(new Error('No'), { name: 'NotFoundError' });
      },
    });
    expect(
      await within(panel).findByText(/There is no such goal/),
    ).toBeVisible();
    await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/data-mesh/goals?stance=exploit',
    );
  });
});
