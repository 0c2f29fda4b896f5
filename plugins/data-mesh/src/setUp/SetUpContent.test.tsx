import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  EvidenceSources,
  ProjectionStatus,
  RuleSetList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { renderWith } from '../testing/renderWith';
import { ruleSets } from '../testing/ruleSets';
import { SetUpContent } from './SetUpContent';

const hour = 60 * 60 * 1000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

const sources: EvidenceSources = {
  sources: [
    {
      id: 'dbt',
      title: 'dbt runs',
      everySeconds: 600,
      deliveredAt: ago(3 * hour),
      items: 12,
      refused: 2,
      problems: ['runs/a.json: line 3: no value'],
    },
    { id: 'new', title: 'Not asked yet', everySeconds: 3600, problems: [] },
  ],
  keys: [
    {
      key: 'promises.kept',
      title: 'promises kept',
      subject: 'DataProduct',
      description: 'Whether the product kept what it promises.',
      validDays: 30,
      entities: 7,
      receivedAt: ago(30_000),
      sources: ['dbt', 'people'],
    },
    {
      key: 'usage.last30Days',
      title: 'use in 30 days',
      subject: 'DataProduct',
      description: 'How often it was used.',
      entities: 0,
      sources: [],
    },
  ],
};

const status: ProjectionStatus = {
  lastCompleteAt: ago(5 * 60_000),
  details: {
    lastPass: {
      outcome: 'abandoned',
      reason: 'a third of all entities was missing',
      startedAt: ago(hour),
      finishedAt: ago(hour),
      read: 20,
      saved: 0,
      missing: 10,
      removed: 0,
    },
    subjects: { dataproduct: 19, domain: 6 },
    queue: { length: 2, oldestInSeconds: 3 },
  },
};

function sets(change: Partial<RuleSetList['items'][number]> = {}): RuleSetList {
  const [first, ...others] = ruleSets().items;
  return { items: [{ ...first, ...change }, ...others] };
}

function backend(change: Partial<DataMeshApi> = {}) {
  return {
    getRuleSets: jest.fn(async () =>
      sets({
        origin: 'rules/ours.yaml',
        changed: true,
        phase: 'scale',
        notMeasured: [
          {
            rule: 'used',
            code: 'DP-V1',
            title: 'Somebody uses it',
            keys: ['usage.last30Days'],
          },
        ],
      }),
    ),
    getEvidenceSources: jest.fn(async () => sources),
    getStatus: jest.fn(async () => status),
    getValueTreeDocuments: jest.fn(async () => ({ items: [] })),
    ...change,
  };
}

const open = (api: Partial<DataMeshApi>) =>
  renderWith(<SetUpContent />, { api });
const part = async (name: string) =>
  (
    await screen.findByRole(
      'heading',
      { name, level: 2 },
      // The first time much is loaded.
      { timeout: 5_000 },
    )
  ).closest('section')!;

describe('Set-up', () => {
  // Reading them takes longer than a test waits for something to appear.
  beforeAll(() => void ruleSets());

  it('shows the rule sets in force, with their texts folded', async () => {
    const user = userEvent.setup();
    open(backend());
    const inForce = await part('Rule sets in force');
    expect(inForce).toHaveTextContent(
      'from rules/ours.yaml · changed by the configuration · Phase: scale',
    );
    const { outlines } = ruleSets().items[0];
    const level = outlines[0].levels[1].title;
    const [rule] = outlines[0].rules.filter(one => one.level === 1);
    expect(inForce).not.toHaveTextContent(rule.title);
    await user.click(
      within(inForce).getByRole('button', {
        name: new RegExp(`^${level} \\(`),
      }),
    );
    expect(inForce).toHaveTextContent(rule.title);
    expect(inForce).toHaveTextContent(rule.fix);
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('finds rules by code and words, of all sets', async () => {
    const user = userEvent.setup();
    open(backend());
    const search = await screen.findByLabelText('Search rules');
    await user.type(search, 'OF-01');
    const inForce = await part('Rule sets in force');
    expect(inForce).toHaveTextContent(/1 rule matches/);
    expect(inForce).toHaveTextContent('OF-01');
    await user.clear(search);
    await user.type(search, 'no such words');
    expect(inForce).toHaveTextContent('0 rules match');
  });

  it('loads the sets again, and tells what could not be taken', async () => {
    const user = userEvent.setup();
    const reloadRuleSets = jest
      .fn()
      .mockRejectedValueOnce(new Error('the disk is full'))
      .mockResolvedValueOnce(sets())
      .mockResolvedValue(sets({ problems: ['ours.yaml, line 3: no level'] }));
    open(backend({ reloadRuleSets }));
    const button = await screen.findByRole('button', { name: 'Load again' });
    await user.click(button);
    expect(await screen.findByText('the disk is full')).toBeVisible();
    await user.click(button);
    expect(
      await screen.findByText('The rule sets were loaded again.'),
    ).toHaveAttribute('role', 'status');
    await user.click(button);
    const inForce = await part('Rule sets in force');
    await waitFor(() =>
      expect(inForce).toHaveTextContent('ours.yaml, line 3: no level'),
    );
    expect(inForce).toHaveTextContent('What could not be taken is told below');
  });

  it('shows what is not measured, who delivers, and the state of the catalog', async () => {
    open(backend());
    expect(await part('Rules not measured here yet')).toHaveTextContent(
      'DP-V1 Somebody uses it (needs usage.last30Days)',
    );
    const delivering = await part('Evidence sources');
    expect(delivering).toHaveTextContent(
      'delivered 12 items 3 hours ago, 2 not taken · asked every 10 minutes',
    );
    expect(delivering).toHaveTextContent('runs/a.json: line 3: no value');
    expect(delivering).toHaveTextContent('has not delivered yet');
    const keys = await part('What evidence tells');
    const rowOf = (key: string) => within(keys).getByText(key).closest('tr')!;
    const row = rowOf('promises.kept');
    const unknown = rowOf('usage.last30Days');
    expect(row).toHaveTextContent('holds 30 days');
    expect(row).toHaveTextContent('just now');
    expect(unknown).toHaveTextContent('never');
    const served = await part('What is served, and the catalog');
    expect(served).toHaveTextContent('5 minutes ago');
    expect(served).toHaveTextContent('Served: 19 DataProduct, 6 Domain');
    expect(served).toHaveTextContent('2 changes wait');
    expect(served).toHaveTextContent('a third of all entities was missing');
  });

  it('leads to the sheet of missing fields', async () => {
    open(backend());
    expect(
      await screen.findByRole('link', { name: /^Fill in missing fields/ }),
    ).toHaveAttribute('href', '/data-mesh/missing-fields');
  });

  it('shows the rest when one part cannot be loaded', async () => {
    open(
      backend({
        getEvidenceSources: async () => {
          throw new Error('out of order');
        },
      }),
    );
    expect(await part('Evidence sources')).toHaveTextContent('out of order');
    expect(await part('Rule sets in force')).toBeVisible();
    expect(await part('Goals from Git')).toHaveTextContent(
      'No document is configured',
    );
    expect(await part('What is served, and the catalog')).toBeVisible();
  });

  it('says what is missing where there are no rules', async () => {
    open(
      backend({
        getRuleSets: async () => ({ items: [] }),
        getEvidenceSources: async () => ({ sources: [], keys: [] }),
      }),
    );
    expect(await part('Rule sets in force')).toHaveTextContent(
      'No rule set is in force, so nothing is judged here.',
    );
    expect(
      screen.getByRole('link', { name: /^How rule sets are written/ }),
    ).toBeVisible();
    expect(await part('What evidence tells')).toHaveTextContent(
      'No rule asks for evidence.',
    );
  });

  it('is quiet where there is no backend', async () => {
    const missing = async () => {
      throw Object.assign(new Error('x'), { statusCode: 404 });
    };
    open({
      getRuleSets: missing,
      getEvidenceSources: missing,
      getStatus: missing,
      getValueTreeDocuments: missing,
    });
    expect(
      await screen.findByText('The data mesh backend does not answer here'),
    ).toBeVisible();
  });
});
