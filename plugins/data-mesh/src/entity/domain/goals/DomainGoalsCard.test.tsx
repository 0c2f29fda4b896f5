import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CheckInRequest,
  DataMeshApi,
  TreeNode,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../../testing/accessibility';
import { domainProfile } from '../../../testing/domains';
import { entity } from '../../../testing/entities';
import {
  checkIn,
  measure,
  noShowTree,
  treeNode,
  valueTree,
} from '../../../testing/goals';
import { link } from '../../../testing/products';
import { renderWith } from '../../../testing/renderWith';
import { ruleSets } from '../../../testing/ruleSets';
import { DomainGoalsCard } from './DomainGoalsCard';

const domain = 'domain:default/patient-services';
const inMesh = entity('Domain', 'patient-services', [
  ['hasPart', 'dataproduct:default/patient-360'],
]);
const outside = entity('Domain', 'patient-services', [
  ['hasPart', 'system:default/scheduling'],
]);

function open(
  tree: ValueTree | (() => Promise<ValueTree>),
  options: { page?: typeof inMesh; api?: Partial<DataMeshApi> } = {},
) {
  const getValueTree = jest.fn(
    typeof tree === 'function' ? tree : async () => tree,
  );
  renderWith(<DomainGoalsCard />, {
    entity: options.page ?? inMesh,
    api: {
      getDomainProfile: async () => domainProfile(),
      getRuleSets: async () => ruleSets(),
      getValueTree,
      ...options.api,
    },
  });
  return getValueTree;
}

const change = (id: string, changes: Partial<TreeNode>) =>
  noShowTree().map(node => (node.id === id ? { ...node, ...changes } : node));

describe('the goals of a domain', () => {
  const user = userEvent.setup();

  it('are told in values, with their bets and what holds them back', async () => {
    const getValueTree = open(valueTree(noShowTree()));
    const list = within(
      await screen.findByRole('list', { name: 'Goals of patient-services' }),
    );
    expect(
      list.getByRole('heading', { name: 'Fewer empty appointment slots' }),
    ).toBeVisible();
    expect(
      list.getByText('14.2 to 12.6 %, expected 10.9 by now, wants 9'),
    ).toBeVisible();
    expect(list.getByText('Behind')).toBeVisible();
    expect(list.getByText('getting better')).toBeVisible();
    expect(
      list.getByRole('list', {
        name: 'Bets for “Fewer empty appointment slots”',
      }),
    ).toHaveTextContent(
      'Bet, exploit: If staff know who may not come, reminders cut misses · review in 10 days',
    );
    await waitFor(() =>
      expect(list.getByText(/Held back by/).parentElement).toHaveTextContent(
        'Held back by: Patient 360 (Usable, wants Trusted)',
      ),
    );
    expect(
      screen.getByRole('link', { name: 'Fewer empty appointment slots' }),
    ).toHaveAttribute('href', '/data-mesh/goals?node=DG-2');
    expect(
      screen.getByRole('link', { name: 'All goals, bets and initiatives' }),
    ).toHaveAttribute(
      'href',
      `/data-mesh/goals?${new URLSearchParams({ domain })}`,
    );
    // Controls that one may not use are not there
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(getValueTree).toHaveBeenCalledTimes(1);
    expect(getValueTree).toHaveBeenCalledWith({ domain }, expect.anything());
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('begin with what needs attention', async () => {
    open(
      valueTree(
        change('DG-2', {
          hints: [
            {
              code: 'leading-on-course-outcome-behind',
              node: 'DG-2',
              measure: 'M-03',
              value: 'Appointments with confirmed reminder',
            },
            { code: 'only-lagging', node: 'DG-2' },
            { code: 'counts-output', node: 'DG-2', measure: 'M-03' },
            { code: 'counts-output', node: 'DG-2', measure: 'M-04' },
            { code: 'serves-another-domain', node: 'DG-2', isNews: true },
          ],
        }),
      ),
    );
    const part = within(
      await screen.findByRole('region', { name: 'Look at first' }),
    );
    const items = part.getAllByRole('listitem');
    expect(items).toHaveLength(3);
    expect(items[0]).toHaveTextContent(
      'Fewer empty appointment slots: “Appointments with confirmed reminder” is on course, the outcome is behindThe bet may be wrong',
    );
    expect(part.getByRole('link', { name: 'and 1 more' })).toHaveAttribute(
      'href',
      `/data-mesh/goals?${new URLSearchParams({ domain, view: 'attention' })}`,
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('are checked in from the card, and shown anew', async () => {
    let tree = valueTree(
      change('DG-2', { primary: measure({ may: ['check-in'] }) }),
    );
    const send = jest.fn(async (_: string, request: CheckInRequest) => {
      const now = { ...measure().standing, status: 'at-risk' as const };
      tree = valueTree(
        change('DG-2', {
          primary: measure({ may: ['check-in'], standing: now }),
        }),
      );
      return {
        checkIn: checkIn({ value: request.value, date: request.date }),
        measure: measure(),
      };
    });
    const getValueTree = open(async () => tree, { api: { checkIn: send } });
    await user.click(
      await screen.findByRole('button', {
        name: 'Check in: Missed appointments',
      }),
    );
    await user.keyboard('11.2');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('A little behind')).toBeVisible();
    expect(screen.getByText(/^Saved: 11.2 %/)).toBeVisible();
    expect(getValueTree).toHaveBeenCalledTimes(2);
  });

  it.each<[string, Partial<TreeNode>, string]>([
    ['in time', { reviewAt: '2026-11-24' }, 'review in 3 days'],
    ['today', { reviewAt: '2026-11-21' }, 'review today'],
    ['never', { reviewAt: undefined }, 'no review planned'],
    ['too late', { reviewAt: '2026-10-17' }, 'review overdue by 35 days'],
    [
      'soon, once it is ready for that',
      { state: 'stop-ready', reviewAt: '2026-11-21' },
      'Ready for a decision · review today',
    ],
  ])('have a bet that is decided on %s', async (_, changes, words) => {
    open(valueTree(change('B-04', changes)));
    expect(await screen.findByText(text => text.endsWith(words))).toBeVisible();
  });

  it('fold those that are closed away', async () => {
    open(valueTree(change('DG-2', { state: 'achieved' })));
    expect(await screen.findByText('No goal yet')).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: '1 goal that is reached or dropped' }),
    );
    expect(
      screen.getByRole('link', { name: 'Fewer empty appointment slots' })
        .parentElement,
    ).toHaveTextContent('(Reached)');
  });

  it('say where nothing is measured', async () => {
    open(valueTree([treeNode({ state: 'proposed' })]));
    expect(
      await screen.findByText('Nothing tells yet how it stands.'),
    ).toBeVisible();
    expect(screen.getByText('(Proposed)')).toBeVisible();
  });
});

describe('a domain without a goal', () => {
  it('is told how to write one, by whom', async () => {
    open(valueTree([]));
    expect(await screen.findByText('No goal yet')).toBeVisible();
    expect(
      screen.getByText(/^Those who answer for the domain can write it/),
    ).toHaveTextContent('ask Helen Brandt.');
    expect(
      screen.queryByRole('button', { name: 'Write a goal' }),
    ).not.toBeInTheDocument();
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('is not told of products that lead to none', async () => {
    const product = link('dataproduct:default/sales-orders', 'Sales orders');
    open(valueTree([], { hints: [{ code: 'product-without-goal', product }] }));
    expect(await screen.findByText('No goal yet')).toBeVisible();
    expect(screen.queryByText('Look at first')).not.toBeInTheDocument();
  });

  it('has the way to the form for those who may', async () => {
    open(valueTree([], { mayAdd: ['goal'] }));
    expect(
      await screen.findByRole('button', { name: 'Write a goal' }),
    ).toHaveAttribute(
      'href',
      `/data-mesh/goals?${new URLSearchParams({ domain, add: 'goal' })}`,
    );
    expect(screen.queryByText(/^Those who answer/)).not.toBeInTheDocument();
  });
});

describe('the card', () => {
  const fails = (name: string) => () =>
    Promise.reject(Object.assign(new Error('no'), { name }));

  it('is not there, and asks for no goals, on a domain that takes no part', async () => {
    const getDomainProfile = jest.fn(async () => ({
      takesPart: false,
      products: [],
    }));
    const getValueTree = open(valueTree([]), {
      page: outside,
      api: { getDomainProfile },
    });
    await waitFor(() => expect(getDomainProfile).toHaveBeenCalledTimes(1));
    await waitFor(() =>
      expect(screen.getByTestId('piece')).toBeEmptyDOMElement(),
    );
    expect(getValueTree).not.toHaveBeenCalled();
  });

  it('is there on a domain that takes part by a goal alone', async () => {
    open(valueTree(noShowTree()), { page: outside });
    expect(await screen.findByText('Goals')).toBeVisible();
    expect(
      await screen.findByText('Fewer empty appointment slots'),
    ).toBeVisible();
  });

  it('says when it could not be loaded', async () => {
    open(fails('Error'));
    expect(await screen.findByText('This could not be loaded')).toBeVisible();
  });

  it('says when one may not see it', async () => {
    open(fails('NotAllowedError'));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('is not there without a backend', async () => {
    open(fails('NotFoundError'));
    await waitFor(() =>
      expect(screen.getByTestId('piece')).toBeEmptyDOMElement(),
    );
  });
});
