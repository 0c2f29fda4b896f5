import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  EntityResults,
  KnownEvidence,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import {
  answeringWith,
  failingWith,
  productDetail,
  productEntity,
} from '../../testing/productPage';
import { link } from '../../testing/products';
import { daysAgo, results, ruleSets } from '../../testing/results';
import { renderWith } from '../../testing/renderWith';
import { FrankLineCard } from './FrankLineCard';

type Options = {
  spec?: Parameters<typeof productEntity>[0];
  detail?: Parameters<typeof productDetail>[0];
};

function open({ spec, detail }: Options = {}) {
  return renderWith(<FrankLineCard />, {
    entity: productEntity(spec),
    api: answeringWith(productDetail(detail)),
  });
}

const line = () => screen.getByRole('region', { name: 'In short' });

describe('the frank line', () => {
  it('names who answers and who uses it, each with a link', async () => {
    open({ spec: { access: { default: 'open' } } });
    const owner = await screen.findByRole('link', { name: 'Logistics data' });
    expect(owner).toHaveAttribute(
      'href',
      '/catalog/default/group/logistics-data',
    );
    expect(line()).toHaveTextContent(
      'Logistics data answers for it, 3 teams use it.',
    );
    expect(
      screen.getByRole('link', { name: '3 teams use it' }),
    ).toHaveAttribute('href', '/#used-by');
    expect(await accessibilityProblems(line())).toEqual([]);
  });

  it.each<[string, Options]>([
    [
      'No team answers for this: its owner, team-field-analytics, is not in the catalog. Do not build on it.',
      {
        detail: {
          owner: link('group:default/x', 'team-field-analytics', false),
          usedByTeams: 0,
        },
      },
    ],
    [
      'No team answers for this, only one person: Ann. Do not build on it.',
      { detail: { owner: link('user:default/ann', 'Ann'), usedByTeams: 0 } },
    ],
    [
      'No team answers for this: it has no owner. Do not build on it. 3 teams use it.',
      { detail: { owner: undefined } },
    ],
    [
      'Deprecated, gone after Dec 31, 2026: use Parcels instead. Logistics data answers for it, 1 team still uses it.',
      {
        spec: { deprecation: { until: '2026-12-31' } },
        detail: {
          lifecycle: 'deprecated',
          successor: link('dataproduct:default/parcels', 'Parcels'),
          usedByTeams: 1,
        },
      },
    ],
    [
      'Deprecated: use parcels instead.',
      {
        spec: { deprecation: { successor: 'parcels' } },
        detail: { lifecycle: 'deprecated' },
      },
    ],
    [
      'Deprecated. Do not build on it.',
      { detail: { lifecycle: 'deprecated' } },
    ],
    [
      'Deprecated, gone after soon. Do not build on it.',
      {
        spec: { deprecation: { until: 'soon' } },
        detail: { lifecycle: 'deprecated' },
      },
    ],
    [
      'Retired: it is no longer offered. Logistics data answers for it, nobody uses it.',
      { detail: { lifecycle: 'retired', usedByTeams: 0 } },
    ],
    [
      'Retired: use Parcels instead.',
      {
        detail: {
          lifecycle: 'retired',
          successor: link('dataproduct:default/parcels', 'Parcels'),
        },
      },
    ],
    [
      'An idea so far: there is nothing to use yet. Logistics data answers for it.',
      { detail: { lifecycle: 'candidate', usedByTeams: 0 } },
    ],
    [
      'An experiment: it may still change or end. Logistics data answers for it, only its own team uses it.',
      {
        detail: {
          lifecycle: 'experimental',
          usedByTeams: 0,
          usedByOwnTeam: true,
        },
      },
    ],
    [
      'Logistics data answers for it, nobody uses it yet.',
      { detail: { usedByTeams: 0 } },
    ],
    ['Its lifecycle is “sandbox”.', { detail: { lifecycle: 'sandbox' } }],
  ])('says: %s', async (words, options) => {
    open(options);
    await waitFor(() => expect(line()).toHaveTextContent(words));
  });

  it.each<[string, EntityResults, Partial<KnownEvidence>]>([
    [
      'Trusted and used. Logistics data answers for it, 3 teams use it, its promises were kept yesterday.',
      results({}, { level: 3 }),
      {},
    ],
    [
      'Usable, not yet Trusted. Logistics data answers for it, 3 teams use it, its promises were last checked 45 days ago.',
      results({}, { level: 2 }),
      { observedAt: daysAgo(45), holds: false },
    ],
    [
      'Trusted and used. Logistics data answers for it, 3 teams use it, its promises were not kept today.',
      results({}, { level: 3 }),
      { observedAt: daysAgo(0), value: false },
    ],
    [
      'Owned. Logistics data answers for it, 3 teams use it.',
      results({}, { level: 1, target: null }),
      { key: 'usage.last30Days' },
    ],
  ])('speaks from results: %s', async (words, known, evidence) => {
    renderWith(<FrankLineCard />, {
      entity: productEntity(),
      api: {
        ...answeringWith(productDetail()),
        getResults: async () => known,
        getRuleSets: async () => ruleSets(),
        getEvidence: async () => ({
          items: [
            {
              key: 'promises.kept',
              title: 'promises kept',
              value: true,
              since: daysAgo(90),
              observedAt: daysAgo(1),
              holds: true,
              counts: true,
              way: 'push',
              source: 'ci',
              ...evidence,
            },
          ],
          history: [],
        }),
      },
    });
    await waitFor(() => expect(line()).toHaveTextContent(words));
    const [level] = screen.getAllByRole('link');
    expect(level).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/shipments/maturity',
    );
    expect(await accessibilityProblems(line())).toEqual([]);
  });

  it('says what the catalog file says when the backend is missing', async () => {
    renderWith(<FrankLineCard />, {
      entity: productEntity(),
      api: failingWith(404),
    });
    expect(await screen.findByText(/answers for it\./)).toHaveTextContent(
      'logistics-data answers for it.',
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('the way to access', () => {
  it('is a button to the form', async () => {
    open({ spec: { access: { url: 'https://example.com/ask' } } });
    const ask = await screen.findByRole('button', { name: /Ask for access/ });
    expect(ask).toHaveAttribute('href', 'https://example.com/ask');
  });

  it('is a dialog where there is no form', async () => {
    const user = userEvent.setup();
    const { analytics } = open({
      spec: { access: { howTo: 'Write to us.', approver: 'oskar.nyberg' } },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Ask for access' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'How to get in' });
    expect(dialog).toHaveTextContent('Write to us.');
    expect(screen.getByRole('link', { name: 'oskar.nyberg' })).toHaveAttribute(
      'href',
      '/catalog/default/user/oskar.nyberg',
    );
    expect(analytics.getEvents()).toContainEqual(
      expect.objectContaining({ action: 'click', subject: 'Ask for access' }),
    );
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('is told, not pressed, where everyone may in', async () => {
    const user = userEvent.setup();
    open({
      spec: {
        access: {
          default: 'open',
          howTo: 'Sign in.',
          url: 'https://example.com/ask',
        },
      },
    });
    const how = await screen.findByRole('button', { name: 'How to get in' });
    expect(line()).toHaveTextContent('Open to everyone: no need to ask');
    await user.click(how);
    expect(await screen.findByRole('dialog')).toHaveTextContent('Sign in.');
    expect(
      screen.getByRole('link', { name: /Ask for access/ }),
    ).toHaveAttribute('href', 'https://example.com/ask');
  });

  it('never follows an unsafe address', async () => {
    open({
      spec: {
        access: { url: ['javascript', 'x'].join(':'), howTo: 'Write to us.' },
      },
    });
    const ask = await screen.findByRole('button', { name: 'Ask for access' });
    expect(ask).not.toHaveAttribute('href');
  });

  it.each<[string, Options]>([
    [
      'Open to everyone: no need to ask',
      { spec: { access: { default: 'open' } } },
    ],
    [
      'How to get access is not written down yet. Ask Logistics data.',
      { spec: {} },
    ],
    [
      'How to get access is not written down yet.',
      { detail: { owner: undefined } },
    ],
  ])('says: %s', async (words, options) => {
    open(options);
    await screen.findByText(/answers for/);
    expect(line()).toHaveTextContent(words);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
