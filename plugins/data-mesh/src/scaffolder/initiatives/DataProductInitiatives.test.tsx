import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  normalizeDraft,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonValue } from '@backstage/types';
import { accessibilityProblems } from '../../testing/accessibility';
import { noShowTree, treeNode, valueTree } from '../../testing/goals';
import { link } from '../../testing/products';
import {
  pageWith,
  readTemplate,
  renderForm,
  sixAnswers,
} from '../../testing/scaffolderForm';

const template = readTemplate('new-data-product');
const supplyChain = link('domain:default/supply-chain', 'Supply chain');
const question = /Which initiative does it serve/;

const tree = () =>
  valueTree([
    ...noShowTree(),
    treeNode({
      id: 'DG-3',
      title: 'Clinics do not run out of reagents',
      domain: supplyChain,
    }),
    treeNode({
      id: 'B-05',
      kind: 'bet',
      parentId: 'DG-3',
      title: 'If clinics share one forecast, stock-outs halve',
      domain: supplyChain,
    }),
    treeNode({
      id: 'I-05',
      kind: 'initiative',
      parentId: 'B-05',
      title: 'Shared reagent forecast',
      domain: supplyChain,
    }),
    treeNode({
      id: 'I-99',
      kind: 'initiative',
      parentId: 'B-05',
      title: 'Given up',
      state: 'stopped',
      domain: supplyChain,
    }),
  ]);

async function open(
  getValueTree: DataMeshApi['getValueTree'] = async () => tree(),
  answers: Record<string, JsonValue> = { domain: sixAnswers.domain },
  key = 'initiatives',
) {
  const user = userEvent.setup();
  const form = await renderForm(pageWith(template, key), {
    api: { getValueTree },
    answers,
  });
  const create = async (): Promise<Record<string, JsonValue>> => {
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    return form.onCreate.mock.calls[0][0];
  };
  return { ...form, user, create };
}

const failing = (name: string) => async (): Promise<ValueTree> => {
  throw Object.assign(new Error('No'), { name });
};

/** The list opens once there is something to choose from. */
async function openList(user: ReturnType<typeof userEvent.setup>) {
  const box = await screen.findByRole('textbox', { name: question });
  await screen.findByText(/What is done with it/);
  await user.click(box);
  return box;
}

describe('which initiative a product serves', () => {
  it('proposes those of the domain first, with bet and goal', async () => {
    const { user, container, create } = await open();
    await openList(user);
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Shared reagent forecastBet: If clinics share one forecast, stock-outs halve · Goal: Clinics do not run out of reagents',
      'No-show remindersBet: If staff know who may not come, reminders cut misses · Goal: Fewer empty appointment slots',
    ]);
    await user.click(options[0]);
    await openList(user);
    await user.click(await screen.findByRole('option', { name: /No-show/ }));
    const chosen = screen.getByRole('list', { name: 'Chosen initiatives' });
    expect(
      within(chosen)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/^Shared reagent forecastBet: If clinics/),
      expect.stringMatching(/^No-show remindersBet: If staff/),
    ]);
    expect(await accessibilityProblems(container)).toEqual([]);
    expect(await create()).toMatchObject({ initiatives: ['I-05', 'I-04'] });
  });

  it('finds by words of the goal, with keys alone', async () => {
    const { user, create } = await open();
    const box = await openList(user);
    fireEvent.change(box, { target: { value: 'empty appointment' } });
    await screen.findByRole('option', { name: /No-show/ });
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await create()).toMatchObject({ initiatives: ['I-04'] });
  });

  it('may wait, and be taken back', async () => {
    const { user, create } = await open(undefined, { initiatives: ['I-05'] });
    await screen.findByText(/^Bet: If clinics/);
    await user.click(screen.getByRole('textbox', { name: question }));
    await user.keyboard('{Backspace}');
    expect(
      screen.queryByRole('list', { name: 'Chosen initiatives' }),
    ).toBeNull();
    expect(normalizeDraft(await create())).toEqual({});
  });

  it('keeps what has ended or is not known, and says so', async () => {
    const { create } = await open(undefined, {
      initiatives: ['I-99', 'I-77', 'B-05'],
    });
    const chosen = await screen.findByRole('list', {
      name: 'Chosen initiatives',
    });
    expect(await within(chosen).findByText(/it has ended/)).toBeVisible();
    expect(within(chosen).getByText('I-77')).toHaveTextContent(
      'It is not among the goals that you may see.',
    );
    expect(
      within(chosen).getByText(/^If clinics share one forecast/),
    ).toBeVisible();
    expect(await create()).toMatchObject({
      initiatives: ['I-99', 'I-77', 'B-05'],
    });
  });

  it.each(['NotFoundError', 'NotAllowedError', 'Error'])(
    'may be passed over without an answer: %s',
    async name => {
      const { container, create } = await open(failing(name));
      expect(
        await screen.findByText(/cannot be looked up just now/),
      ).toBeVisible();
      expect(screen.getByRole('textbox', { name: question })).toBeDisabled();
      expect(await accessibilityProblems(container)).toEqual([]);
      expect(normalizeDraft(await create())).toEqual({
        domain: sixAnswers.domain,
      });
    },
  );

  it('may be passed over where there is no initiative', async () => {
    const { create } = await open(async () => valueTree([]));
    expect(await screen.findByText(/There is no initiative yet/)).toBeVisible();
    expect(normalizeDraft(await create())).toEqual({
      domain: sixAnswers.domain,
    });
  });

  it('is told by title before the files are made', async () => {
    const { container } = await open(
      undefined,
      { ...sixAnswers, initiatives: ['I-05'] },
      'review',
    );
    const served = await screen.findByRole('list', { name: 'It serves:' });
    expect(
      await within(served).findByText('Shared reagent forecast'),
    ).toHaveTextContent(/Goal: Clinics do not run out of reagents/);
    expect(
      await screen.findByRole('region', { name: 'catalog-info.yaml' }),
    ).toHaveTextContent(/initiatives: - I-05/);
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
