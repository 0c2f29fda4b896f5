import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResponseError } from '@backstage/errors';
import {
  DataMeshApi,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { entity } from '../../testing/entities';
import { noShowTree, treeNode, valueTree } from '../../testing/goals';
import { renderWith } from '../../testing/renderWith';
import { everyAct, valueNode } from '../../testing/valueNode';
import { GoalsContent } from '../GoalsContent';

const bet = (change: Partial<ValueNode['node']> = {}) =>
  valueNode({
    node: treeNode({
      id: 'B-04',
      kind: 'bet',
      parentId: 'DG-2',
      title: 'Reminders cut misses',
      may: everyAct,
      version: 3,
      ...change,
    }),
    fields: { title: 'Reminders cut misses', reviewEveryDays: 90 },
  });

function open(
  api: Partial<DataMeshApi>,
  options: { node?: ValueNode; search?: string } = {},
) {
  const { node = valueNode({}, everyAct) } = options;
  const getValueNode = jest.fn(async (_id: string) => node);
  renderWith(<GoalsContent />, {
    api: {
      getValueTree: async () =>
        valueTree(
          noShowTree().map(one => ({ ...one, may: everyAct })),
          { mayAdd: ['vision', 'goal'] },
        ),
      getValueNode,
      ...api,
    },
    at: `/data-mesh/goals${options.search ?? `?node=${node.node.id}`}`,
    catalog: [entity('DataProduct', 'sales'), entity('User', 'ann')],
  });
  return { getValueNode };
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string) =>
  userEvent.click(await screen.findByRole('menuitem', { name }));
const form = (name: string | RegExp) => screen.findByRole('dialog', { name });
const fill = async (label: RegExp | string, text: string) => {
  const input = screen.getByLabelText(label, { selector: 'input, textarea' });
  await userEvent.clear(input);
  // Long forms are slow to type into, key by key
  await userEvent.click(input);
  await userEvent.paste(text);
};

/** A refusal as it comes from the backend. */
async function refusal(status: number, current?: unknown): Promise<Error> {
  const body = {
    error: {
      name: status === 409 ? 'ConflictError' : 'InputError',
      message: 'It has changed since you read it.',
      current,
    },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: 'No',
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () => JSON.stringify(body),
    json: async () => body,
  } as Response);
}

describe('adding', () => {
  it('takes a goal with its first measure, and tells what could be better', async () => {
    const added = valueNode({ node: treeNode({ id: 'NEW' }) });
    const addValueNode = jest.fn(async () => added);
    open(
      { addValueNode },
      { search: '?add=goal&domain=domain:default/patient-services' },
    );
    const dialog = await form('Write a goal');
    const save = within(dialog).getByRole('button', { name: 'Add' });
    expect(save).toBeDisabled();
    await fill(/What gets better/, 'Build a results portal');
    expect(screen.getByText(/^Hint: This names what is made/)).toBeVisible();
    await fill(/What gets better/, 'Fewer missed visits');
    expect(screen.queryByText(/^Hint/)).toBeNull();
    await fill(/What is measured/, 'Missed visits');
    expect(screen.getByText(/There is no baseline/)).toBeVisible();
    await fill(/Value at the start/, '14,2');
    await fill('Start', '2026-01-01');
    await fill('Target', '16');
    await fill('By', '2027-01-01');
    expect(screen.getByText(/is above the baseline/)).toBeVisible();
    await fill('Target', '9');
    expect(screen.queryByText(/To put right/)).toBeNull();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await userEvent.click(save);
    await waitFor(() =>
      expect(addValueNode).toHaveBeenCalledWith({
        kind: 'goal',
        state: 'proposed',
        fields: {
          title: 'Fewer missed visits',
          domain: 'domain:default/patient-services',
        },
        measures: [
          expect.objectContaining({
            name: 'Missed visits',
            baseline: { value: 14.2, date: '2026-01-01' },
            target: { value: 9, date: '2027-01-01' },
            primary: true,
          }),
        ],
      }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent('node=NEW'),
    );
  });

  it('keeps what was written when it fails', async () => {
    const addValueNode = jest.fn(async () => {
      throw await refusal(400);
    });
    open({ addValueNode }, { node: bet() });
    await press('Add an initiative');
    const dialog = await form('Add an initiative');
    await fill(/What is done/, 'Calls');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(
      await within(dialog).findByText('It has changed since you read it.'),
    ).toBeVisible();
    expect(screen.getByLabelText(/What is done/)).toHaveValue('Calls');
    expect(addValueNode).toHaveBeenCalledWith({
      kind: 'initiative',
      parentId: 'B-04',
      state: 'proposed',
      fields: { title: 'Calls' },
    });
  });
});

describe('editing', () => {
  const other = valueNode(
    {
      node: treeNode({ version: 2, may: everyAct }),
      fields: {
        ...valueNode().fields,
        title: 'Fewer slots go to waste',
        description: 'Theirs',
      },
    },
    everyAct,
  );

  it.each([
    ['with the answer', other],
    ['by another look', undefined],
  ])(
    'shows both versions when somebody was faster, told %s',
    async (_, current) => {
      const changeValueNode = jest
        .fn<Promise<ValueNode>, unknown[]>()
        .mockRejectedValueOnce(await refusal(409, current))
        .mockResolvedValue(other);
      const { getValueNode } = open({ changeValueNode });
      await press('Edit');
      const dialog = await form('Edit the goal');
      await fill(/What gets better/, 'Fewer empty slots, mine');
      getValueNode.mockResolvedValue(other);
      await userEvent.click(
        within(dialog).getByRole('button', { name: 'Save' }),
      );

      const clash = await within(dialog).findByRole('group', {
        name: 'What gets better, and for whom?',
      });
      expect(clash).toHaveTextContent(
        /What it says nowFewer slots go to waste.*What you wroteFewer empty slots, mine/,
      );
      const mine = within(clash).getByRole('button', { name: 'Use mine' });
      const theirs = within(clash).getByRole('button', { name: 'Take theirs' });
      expect(mine).toHaveAttribute('aria-pressed', 'true');
      expect(
        screen.getByRole('textbox', { name: /What gets better/ }),
      ).toHaveValue('Fewer empty slots, mine');
      expect(await accessibilityProblems(dialog)).toEqual([]);
      await userEvent.click(theirs);
      expect(
        screen.getByRole('textbox', { name: /What gets better/ }),
      ).toHaveValue('Fewer slots go to waste');
      await userEvent.click(mine);
      await userEvent.click(
        within(dialog).getByRole('button', { name: 'Save' }),
      );
      await waitFor(() =>
        expect(changeValueNode).toHaveBeenLastCalledWith('DG-2', {
          version: 2,
          fields: { title: 'Fewer empty slots, mine' },
        }),
      );
      expect(changeValueNode).toHaveBeenNthCalledWith(1, 'DG-2', {
        version: 1,
        fields: { title: 'Fewer empty slots, mine' },
      });
    },
  );

  it('tells a refusal for another reason as it is', async () => {
    const changeValueNode = jest.fn(async () => {
      throw await refusal(409);
    });
    open({ changeValueNode });
    await press('Edit');
    const dialog = await form('Edit the goal');
    await fill(/What gets better/, 'Mine');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(
      await within(dialog).findByText('It has changed since you read it.'),
    ).toBeVisible();
    expect(within(dialog).queryByText(/Somebody else/)).toBeNull();
    expect(
      screen.getByRole('textbox', { name: /What gets better/ }),
    ).toHaveValue('Mine');
  });

  it('does the same for a measure', async () => {
    const now = valueNode({}, everyAct);
    now.measures[0] = { ...now.measures[0], version: 2, name: 'Theirs' };
    const changeMeasure = jest
      .fn()
      .mockRejectedValueOnce(await refusal(409))
      .mockResolvedValue(now.measures[0]);
    const { getValueNode } = open({ changeMeasure });
    await press('Edit Missed appointments');
    const dialog = await form('Edit the measure');
    await fill(/What is measured/, 'Mine');
    getValueNode.mockResolvedValue(now);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    const clash = await within(dialog).findByRole('group', {
      name: 'What is measured',
    });
    expect(clash).toHaveTextContent(/Theirs.*Mine/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(changeMeasure).toHaveBeenLastCalledWith('M-03', {
        version: 2,
        name: 'Mine',
      }),
    );
  });
});

describe('deciding', () => {
  it('asks for the learning where something ends', async () => {
    const decideOnValueNode = jest.fn(async () => bet());
    open({ decideOnValueNode }, { node: bet() });
    await press('Decide');
    const dialog = await form(/^Decide on/);
    const save = within(dialog).getByRole('button', {
      name: 'Save the decision',
    });
    expect(within(dialog).queryByRole('radio', { name: /^Start/ })).toBeNull();
    await userEvent.click(within(dialog).getByRole('radio', { name: /^Stop/ }));
    await fill(/Why/, 'Misses did not fall.');
    expect(save).toBeDisabled();
    await fill(/What was learnt/, 'Reminders come too late.');
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: /Missed appointments/ }),
    );
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await userEvent.click(save);
    await waitFor(() =>
      expect(decideOnValueNode).toHaveBeenCalledWith('B-04', {
        version: 3,
        type: 'stop',
        reason: 'Misses did not fall.',
        learning: 'Reminders come too late.',
        measures: ['M-03'],
      }),
    );
  });

  it('goes on from what it says now when somebody was faster', async () => {
    const decideOnValueNode = jest
      .fn()
      .mockRejectedValueOnce(await refusal(409))
      .mockResolvedValue(bet());
    const { getValueNode } = open({ decideOnValueNode }, { node: bet() });
    await press('Decide');
    const dialog = await form(/^Decide on/);
    await userEvent.click(
      within(dialog).getByRole('radio', { name: /^Continue/ }),
    );
    await fill(/Why/, 'On course.');
    getValueNode.mockResolvedValue(bet({ version: 4 }));
    const save = within(dialog).getByRole('button', {
      name: 'Save the decision',
    });
    await userEvent.click(save);
    expect(
      await within(dialog).findByText(/You see it as it is now/),
    ).toBeVisible();
    expect(screen.getByLabelText(/Why/)).toHaveValue('On course.');
    await userEvent.click(save);
    await waitFor(() =>
      expect(decideOnValueNode).toHaveBeenLastCalledWith(
        'B-04',
        expect.objectContaining({ version: 4, reason: 'On course.' }),
      ),
    );
  });

  it('changes the state along the moves that are allowed', async () => {
    const changeValueNodeState = jest.fn(async () => bet());
    open({ changeValueNodeState }, { node: bet() });
    await press('More');
    await choose('Change its state');
    const dialog = await form('Change the state');
    await userEvent.click(
      within(dialog).getByRole('button', { name: /New state/ }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Ready for a decision',
      'Stopped, with learning',
      'Succeeded',
    ]);
    await userEvent.click(options[0]);
    expect(screen.queryByLabelText(/What was learnt/)).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(changeValueNodeState).toHaveBeenCalledWith('B-04', {
        version: 3,
        state: 'stop-ready',
      }),
    );
  });
});

describe('moving, linking, deleting', () => {
  it('moves below another node by keys alone', async () => {
    const moveValueNode = jest.fn(async () => bet());
    open({ moveValueNode }, { node: bet() });
    await press('More');
    await choose('Move');
    const dialog = await form(/^Move/);
    const parent = within(dialog).getByLabelText(/Serves/);
    await userEvent.clear(parent);
    await userEvent.type(parent, 'waiting{ArrowDown}{Enter}');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Move' }));
    await waitFor(() =>
      expect(moveValueNode).toHaveBeenCalledWith('B-04', {
        version: 3,
        parentId: 'CG-1',
      }),
    );
  });

  it('tells what goes with what is deleted', async () => {
    const deleteValueNode = jest.fn(async () => {});
    open({ deleteValueNode });
    await press('More');
    await choose('Delete');
    const dialog = await form(/^Delete/);
    expect(within(dialog).getByText('1 bet')).toBeVisible();
    expect(within(dialog).getByText('1 initiative')).toBeVisible();
    expect(within(dialog).getByText('1 measure')).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    await waitFor(() =>
      expect(deleteValueNode).toHaveBeenCalledWith('DG-2', 1),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        /^\/data-mesh\/goals$/,
      ),
    );
  });

  it('links a data product, found by typing', async () => {
    const linkValueNode = jest.fn(async () => bet());
    open({ linkValueNode }, { node: bet() });
    await press('Link a data product');
    const dialog = await form(/^Link a data product/);
    await userEvent.type(within(dialog).getByRole('textbox'), 'sales');
    await userEvent.click(await screen.findByRole('option', { name: /sales/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Link' }));
    await waitFor(() =>
      expect(linkValueNode).toHaveBeenCalledWith('B-04', {
        entityRef: 'dataproduct:default/sales',
      }),
    );
  });

  it('links a backlog item as it is pasted', async () => {
    const linkValueNode = jest.fn(async () => bet());
    open({ linkValueNode }, { node: bet() });
    await press('Link a backlog item');
    const dialog = await form(/^Link a backlog item/);
    await fill(/Item or address/, 'nothing');
    expect(within(dialog).getByText(/no item that can be told/)).toBeVisible();
    await fill(/Item or address/, 'PAT-88');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Link' }));
    await waitFor(() =>
      expect(linkValueNode).toHaveBeenCalledWith('B-04', {
        provider: 'jira',
        ref: 'PAT-88',
      }),
    );
  });

  it('links the product that the address names to what it serves', async () => {
    const linkValueNode = jest.fn(async () => valueNode());
    open({ linkValueNode }, { search: '?product=dataproduct:default/sales' });
    const dialog = await form('What does “sales” serve?');
    await userEvent.type(
      within(dialog).getByLabelText(/Initiative, bet or goal/),
      'reminders{ArrowDown}{Enter}',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Link' }));
    await waitFor(() =>
      expect(linkValueNode).toHaveBeenCalledWith('I-04', {
        entityRef: 'dataproduct:default/sales',
      }),
    );
  });
});
