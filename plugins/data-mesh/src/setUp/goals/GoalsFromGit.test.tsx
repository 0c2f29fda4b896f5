import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  ValueTreeDocuments,
  ValueTreePlan,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { watchClipboard } from '../../testing/clipboard';
import { renderWith } from '../../testing/renderWith';
import { GoalsFromGit } from './GoalsFromGit';

const hour = 60 * 60 * 1000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

function plan(change: Partial<ValueTreePlan> = {}): ValueTreePlan {
  return {
    add: [
      { kind: 'goal', id: 'DG-9', title: 'Samples are not lost' },
      { kind: 'measure', id: 'M-90', title: 'lost samples' },
      { kind: 'bet', id: 'B-90', title: 'If tubes are scanned twice' },
    ],
    change: [
      {
        kind: 'goal',
        id: 'DG-1',
        title: 'Results within a day',
        changed: ['sponsor', 'parent'],
      },
      {
        kind: 'measure',
        id: 'M-01',
        title: 'median hours',
        changed: ['target', 'order', 'creases'],
      },
    ],
    remove: [{ kind: 'initiative', id: 'I-02', title: 'Old board' }],
    notTaken: ['Decisions are made in the portal: DG-1.'],
    problems: [],
    summary: '3 to add, 2 to change, 1 to remove',
    ...change,
  };
}

const problems = [
  {
    message: 'It must be a text.',
    line: 12,
    column: 5,
    path: 'spec.goals[0].title',
  },
  { message: 'The file could not be read.' },
];

const refused = plan({
  add: [],
  change: [],
  remove: [],
  notTaken: [],
  problems,
  summary: '0 to add, 0 to change, 0 to remove',
});

const documents: ValueTreeDocuments = {
  items: [
    {
      id: 'company',
      mode: 'managed',
      target: 'https://git.example/strategy/value-tree.yaml',
      isConfigured: true,
      triedAt: ago(2 * 60_000),
      appliedAt: ago(3 * hour),
      problems,
      plan: plan(),
    },
    {
      id: './value-tree.yaml',
      mode: 'seed',
      target: './value-tree.yaml',
      isConfigured: true,
      problems: [],
    },
    {
      id: 'former',
      mode: 'managed',
      isConfigured: false,
      triedAt: ago(5 * hour),
      appliedAt: ago(6 * hour),
      problems: [],
    },
  ],
};

async function open(api: Partial<DataMeshApi> = {}) {
  renderWith(<GoalsFromGit />, {
    api: { getValueTreeDocuments: async () => documents, ...api },
  });
  return screen.findByRole('region', { name: 'Goals from Git' });
}

const piece = () => screen.getByTestId('piece');

/** Opens the form with the keyboard, and fills it in. */
async function typeDocument(user: ReturnType<typeof userEvent.setup>) {
  const fold = await screen.findByRole('button', {
    name: 'Try a document before it is applied',
  });
  act(() => fold.focus());
  await user.keyboard('{Enter}');
  await user.tab();
  const input = screen.getByRole('textbox', { name: 'The document, in YAML' });
  expect(input).toHaveFocus();
  await user.paste('kind: ValueTree');
}

const show = () => screen.getByRole('button', { name: 'Show the plan' });

describe('the documents of the value tree', () => {
  it('tell where they are from, what they are and how they stand', async () => {
    await open();
    const item = async (name: string) =>
      (await screen.findByRole('heading', { name })).closest('li')!;
    const company = await item('company');
    expect(company).toHaveTextContent(
      'Git owns it · last applied 3 hours ago · last read 2 minutes ago',
    );
    expect(
      within(company).getByRole('link', { name: /value-tree\.yaml/ }),
    ).toHaveAttribute('href', 'https://git.example/strategy/value-tree.yaml');
    expect(company).toHaveTextContent(
      'What was in force before still is:line 12, column 5, spec.goals[0].title: It must be a text.The file could not be read.',
    );
    const seed = await item('./value-tree.yaml');
    expect(seed).toHaveTextContent(
      'loaded once · not applied yet · not read yet',
    );
    expect(within(seed).queryByRole('alert')).toBeNull();
    expect(await item('former')).toHaveTextContent(
      'It is no longer configured.',
    );
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('tell what they did last', async () => {
    const user = userEvent.setup();
    await open();
    await user.click(
      await screen.findByRole('button', {
        name: 'Its last plan: 3 to add, 2 to change, 1 to remove',
      }),
    );
    const lines = within(piece())
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Goal: Samples are not lost (DG-9)',
        'Measure: lost samples (M-90)',
        'Goal: Results within a day (DG-1): Sponsor, what it serves',
        'Measure: median hours (M-01): Target, its place in the order, creases',
        'Initiative: Old board (I-02)',
        'Decisions are made in the portal: DG-1.',
      ]),
    );
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('say how to begin where there are none', async () => {
    const part = await open({
      getValueTreeDocuments: async () => ({ items: [] }),
    });
    expect(
      await within(part).findByText(/No document is configured/),
    ).toHaveTextContent('dataMesh.valueTree.documents');
    expect(
      within(part).getByRole('link', { name: /Read more/ }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/\/docs\/goals-in-git\.md$/),
    );
    expect(
      within(part).getByRole('button', { name: /^Try a document/ }),
    ).toBeVisible();
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('say that they are being loaded', async () => {
    const part = await open({
      getValueTreeDocuments: () => new Promise(() => {}),
    });
    expect(
      within(part).getByRole('status', { name: 'Loading the documents' }),
    ).toBeVisible();
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('say why they cannot be loaded, and are asked for again', async () => {
    const user = userEvent.setup();
    const getValueTreeDocuments = jest
      .fn()
      .mockRejectedValueOnce(new Error('the database is away'))
      .mockResolvedValue(documents);
    await open({ getValueTreeDocuments });
    expect(await screen.findByText('the database is away')).toBeVisible();
    expect(await accessibilityProblems(piece())).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'company' }),
    ).toBeVisible();
  });

  it('say for whom they are; the tree may be exported all the same', async () => {
    const part = await open({
      getValueTreeDocuments: async () => {
        throw Object.assign(new Error('No'), { name: 'NotAllowedError' });
      },
    });
    expect(
      await within(part).findByText(/for those who may change goals of the/),
    ).toBeVisible();
    expect(
      within(part).queryByRole('button', { name: /^Try a document/ }),
    ).toBeNull();
    expect(
      within(part).getByRole('button', { name: 'Export as YAML' }),
    ).toBeEnabled();
    expect(await accessibilityProblems(piece())).toEqual([]);
  });
});

describe('trying a document', () => {
  it('shows what it would do, by the keyboard alone', async () => {
    const user = userEvent.setup();
    const planValueTree = jest.fn(async () => plan());
    await open({
      planValueTree,
      getValueTreeDocuments: async () => ({ items: [documents.items[1]] }),
    });
    await typeDocument(user);
    await user.tab();
    expect(screen.getByRole('combobox', { name: 'It is' })).toHaveFocus();
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'It is' }),
      './value-tree.yaml',
    );
    await user.tab();
    const mode = screen.getByRole('combobox', { name: 'Mode' });
    expect(mode).toHaveFocus();
    expect(mode).toHaveDisplayValue('loaded once');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(
      await screen.findByText('3 to add, 2 to change, 1 to remove'),
    ).toBeVisible();
    expect(planValueTree).toHaveBeenCalledTimes(1);
    expect(planValueTree).toHaveBeenCalledWith({
      text: 'kind: ValueTree',
      mode: 'seed',
      id: './value-tree.yaml',
    });
    expect(screen.getByText(/^Initiative: Old board/)).toBeVisible();
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('shows what is wrong with it, and forgets it with the next word', async () => {
    const user = userEvent.setup();
    await open({ planValueTree: async () => refused });
    await typeDocument(user);
    await user.click(show());
    expect(await screen.findByText('2 problems')).toBeVisible();
    const told = screen.getByText(/^It would not be taken/);
    expect(told).toHaveTextContent(
      'line 12, column 5, spec.goals[0].title: It must be a text.',
    );
    expect(await accessibilityProblems(piece())).toEqual([]);
    await user.type(screen.getByLabelText('The document, in YAML'), 's');
    expect(screen.queryByText(/^It would not be taken/)).toBeNull();
  });

  it('asks for a document before it asks the backend', async () => {
    const user = userEvent.setup();
    const planValueTree = jest.fn();
    await open({ planValueTree });
    await user.click(
      await screen.findByRole('button', { name: /^Try a document/ }),
    );
    await user.click(show());
    const input = screen.getByLabelText('The document, in YAML');
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription('Paste a document first.');
    expect(planValueTree).not.toHaveBeenCalled();
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('says why it could not be looked at, and keeps what was pasted', async () => {
    const user = userEvent.setup();
    await open({
      planValueTree: async () => {
        throw new Error('the text is too long');
      },
    });
    await typeDocument(user);
    await user.click(show());
    expect(await screen.findByText('the text is too long')).toBeVisible();
    expect(screen.getByLabelText('The document, in YAML')).toHaveValue(
      'kind: ValueTree',
    );
  });

  it('names a hundred of many, and counts the others', async () => {
    const user = userEvent.setup();
    const add = Array.from({ length: 130 }, (_, index) => ({
      kind: 'goal' as const,
      id: `G-${index}`,
      title: `Goal ${index}`,
    }));
    await open({ planValueTree: async () => plan({ add }) });
    await typeDocument(user);
    await user.click(show());
    expect(await screen.findByText('and 30 more')).toBeVisible();
    expect(screen.getByText('Goal: Goal 99 (G-99)')).toBeVisible();
    expect(screen.queryByText('Goal: Goal 100 (G-100)')).toBeNull();
  });
});

describe('exporting the tree', () => {
  const yaml = 'kind: ValueTree\nspec: {}\n';
  const saved: Blob[] = [];
  const revokeObjectURL = jest.fn();

  beforeAll(() => {
    // jsdom has no files
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL,
    });
  });

  it('gives a file to save, and a text to copy', async () => {
    const user = userEvent.setup();
    const copied = watchClipboard();
    const exportValueTree = jest.fn(async () => yaml);
    await open({ exportValueTree });
    const button = screen.getByRole('button', { name: 'Export as YAML' });
    act(() => button.focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Ready: 2 lines.')).toHaveAttribute(
      'role',
      'status',
    );
    expect(exportValueTree).toHaveBeenCalledWith({});
    const file = await screen.findByRole('link', {
      name: 'Download value-tree.yaml',
    });
    expect(file).toHaveAttribute('download', 'value-tree.yaml');
    expect(file).toHaveAttribute('href', `blob:${saved.length}`);
    expect(saved.at(-1)).toMatchObject({
      size: yaml.length,
      type: 'text/yaml;charset=utf-8',
    });
    await user.click(screen.getByRole('button', { name: 'Copy it' }));
    expect(copied).toEqual([yaml]);
    expect(await accessibilityProblems(piece())).toEqual([]);
    await user.click(button);
    await waitFor(() =>
      expect(revokeObjectURL).toHaveBeenCalledWith(`blob:${saved.length - 1}`),
    );
  });

  it('says why it cannot be', async () => {
    const user = userEvent.setup();
    await open({
      exportValueTree: async () => {
        throw new Error('more than 20,000 check-ins');
      },
    });
    await user.click(screen.getByRole('button', { name: 'Export as YAML' }));
    expect(await screen.findByText('more than 20,000 check-ins')).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Download/ })).toBeNull();
  });
});
