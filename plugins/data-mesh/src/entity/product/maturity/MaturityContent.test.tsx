import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  EntityResults,
  RuleExplanation,
  WaiverRecord,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../../testing/accessibility';
import { watchClipboard } from '../../../testing/clipboard';
import { failingWith, productEntity } from '../../../testing/productPage';
import { link } from '../../../testing/products';
import { renderWith } from '../../../testing/renderWith';
import {
  daysAgo,
  notEvaluated,
  outlines,
  results,
  ruleSets,
} from '../../../testing/results';
import { MaturityContent } from './MaturityContent';

function open(
  known: EntityResults,
  options: { at?: string; api?: Partial<DataMeshApi> } = {},
) {
  return renderWith(<MaturityContent />, {
    entity: productEntity({ support: [{ channel: '#help' }] }),
    at: options.at,
    api: {
      getResults: async () => known,
      getRuleSets: async () => ruleSets(),
      getResultChanges: async () => ({ items: [] }),
      getWaivers: async () => ({ items: [], total: 0 }),
      ...options.api,
    },
  });
}

const waiver: WaiverRecord = {
  id: '1',
  entity: link('dataproduct:default/shipments', 'Shipments'),
  ruleSet: 'data-product-maturity',
  rule: 'contract',
  title: 'It has contract',
  reason: 'It moves.',
  until: '2026-12-12',
  state: 'asked',
  askedBy: link('user:default/ann', 'Ann'),
  askedAt: daysAgo(0),
  version: 1,
  may: [],
};

const address = () => screen.getByTestId('address').textContent;
const piece = () => screen.getByTestId('piece');

const below = () =>
  results(
    {
      contract: 'fail',
      fields: 'waiting',
      promises: 'unknown',
      notice: 'fail',
    },
    { level: 1 },
    { askForWaiver: true },
  );

describe('the tab Maturity', () => {
  it('has what to do first, and all else folded away', async () => {
    open(below());
    const first = await screen.findByRole('region', { name: 'To do first' });
    expect(
      within(first)
        .getAllByText(/^It has/)
        .map(({ textContent }) => textContent),
    ).toEqual(['It has contract', 'It has promises']);
    expect(within(first).getByText('1 other waits for it')).toBeVisible();
    const more = screen.getByRole('region', { name: 'What could be next' });
    expect(within(more).getByText('It has notice')).toBeVisible();
    expect(screen.getByRole('list', { name: 'Levels' })).toHaveTextContent(
      'ListedOwned (where it is)UsableTrusted (target)Valued',
    );
    expect(screen.queryByText('It has owner')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^Done \(6\)/ }));
    expect(screen.getByText('It has owner')).toBeVisible();
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('filters by what rules come to, in the address', async () => {
    open(below(), { at: '/?show=waiting' });
    expect(await screen.findByText('It has fields')).toBeVisible();
    expect(screen.queryByText('It has contract')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^Show/ }));
    await userEvent.click(
      screen.getByRole('option', { name: 'All rules by level (10)' }),
    );
    expect(address()).toBe('/?show=all');
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Owned',
      'Usable',
      'Trusted',
      'Valued',
      'Open points',
      'History',
    ]);
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('takes an address that makes no sense', async () => {
    open(below(), { at: '/?show=nonsense&fix=gone,,' });
    expect(
      await screen.findByRole('region', { name: 'To do first' }),
    ).toBeVisible();
    expect(screen.getByText('Now Owned.')).toBeVisible();
  });

  it('shows where it would stand if some were fixed', async () => {
    open(below());
    const button = await screen.findByRole('button', {
      name: 'If you fix these …',
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    const panel = within(
      screen.getByRole('region', { name: 'If you fix these' }),
    );
    expect(panel.getByRole('status')).toHaveTextContent('Now Owned.');
    await userEvent.click(
      panel.getByRole('checkbox', { name: 'It has contract (must)' }),
    );
    expect(panel.getByRole('status')).toHaveTextContent(
      'Now Owned, and it would stay there.',
    );
    await userEvent.click(
      panel.getByRole('button', { name: 'Tick what the target needs' }),
    );
    expect(panel.getByRole('status')).toHaveTextContent(
      'Now Owned, then Valued. That meets its target.',
    );
    expect(decodeURIComponent(address() ?? '')).toBe(
      '/?fix=contract,fields,promises',
    );
    expect(await accessibilityProblems(piece())).toEqual([]);
    await userEvent.click(panel.getByRole('button', { name: 'Untick all' }));
    expect(panel.getByRole('status')).toHaveTextContent('Now Owned.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Close “If you fix these”' }),
    );
    expect(address()).toBe('/');
  });

  it('explains how a rule was judged', async () => {
    const explanation: RuleExplanation = {
      rule: outlines[0].rules[4],
      result: results({ promises: 'unknown' }).items[0].results[4],
      today: '2026-03-01',
      parts: [{ of: 'pass', text: 'promises.kept', outcome: 'unknown' }],
      facts: [
        {
          name: 'promises.kept',
          description: 'It kept its promises.',
          source: 'evidence',
          value: null,
        },
      ],
      parameters: [{ name: 'proofDays', description: 'Days', value: 30 }],
      evidence: [
        {
          key: 'promises.kept',
          state: 'outdated',
          observed: '2026-01-15',
          until: '2026-02-14',
          delivered: true,
        },
      ],
    };
    const explainResult = jest.fn(async () => explanation);
    open(results({ promises: 'unknown' }), { api: { explainResult } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'How it was judged' }),
    );
    expect(await screen.findByText('It kept its promises.')).toBeVisible();
    expect(explainResult).toHaveBeenCalledWith(
      'dataproduct:default/shipments',
      { ruleSet: 'data-product-maturity', rule: 'promises' },
      { signal: expect.any(AbortSignal) },
    );
    expect(
      screen.getByText(
        'promises.kept: of Jan 15, 2026, held until Feb 14, 2026',
      ),
    ).toBeVisible();
    expect(screen.getByText('Days: 30')).toBeVisible();
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('has a request for a pipeline to copy', async () => {
    const copied = watchClipboard();
    open(results({ promises: 'unknown' }));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Copy request: It has promises',
      }),
    );
    expect(copied).toHaveLength(1);
    expect(copied[0]).toMatch(/^curl --fail --request PUT '.*\/evidence'/);
    expect(copied[0]).toContain('"key": "promises.kept"');
    expect(copied[0]).toContain('"value": true');
  });

  it('asks for an exception', async () => {
    const askForWaiver = jest.fn(async () => waiver);
    const getWaivers = jest.fn(async () => ({
      items: askForWaiver.mock.calls.length ? [waiver] : [],
      total: 0,
    }));
    open(below(), { api: { askForWaiver, getWaivers } });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Ask for an exception: It has contract',
      }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Ask for an exception' }),
    );
    const ask = dialog.getByRole('button', { name: 'Ask' });
    await userEvent.type(dialog.getByLabelText(/Reason/), 'Short');
    expect(dialog.getByText('5 more characters are needed.')).toBeVisible();
    expect(ask).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/Reason/), ', but now long.');
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.click(ask);
    expect(
      await screen.findByText(/Until it is approved, nothing changes/),
    ).toBeVisible();
    expect(askForWaiver).toHaveBeenCalledWith({
      entityRef: 'dataproduct:default/shipments',
      ruleSet: 'data-product-maturity',
      rule: 'contract',
      reason: 'Short, but now long.',
      until: daysAgo(-90).slice(0, 10),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    const asked = await screen.findByRole('button', {
      name: 'An exception is asked for: It has contract',
    });
    expect(asked).toHaveAttribute('aria-disabled', 'true');
    await waitFor(() => expect(asked).toHaveFocus());
    await userEvent.click(asked);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const exceptions = await screen.findByRole('region', {
      name: 'Exceptions',
    });
    expect(exceptions).toHaveTextContent(
      'It has contract, until Dec 12, 2026It moves. Asked for by Ann; nobody has decided yet.',
    );
  });

  it('tells who approved an exception that holds', async () => {
    const held = {
      ...waiver,
      state: 'approved' as const,
      decidedBy: link('user:default/bea', 'Bea'),
    };
    open(results({ contract: 'waived' }), {
      api: { getWaivers: async () => ({ items: [held], total: 1 }) },
    });
    expect(
      await screen.findByRole('region', { name: 'Exceptions' }),
    ).toHaveTextContent('Asked for by Ann, approved by Bea.');
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('tells why an exception was declined', async () => {
    const declined = {
      ...waiver,
      until: daysAgo(-30).slice(0, 10),
      state: 'declined' as const,
      decidedBy: link('user:default/bea', 'Bea'),
      decisionNote: 'It has been a year.',
    };
    open(below(), {
      api: { getWaivers: async () => ({ items: [declined], total: 1 }) },
    });
    expect(
      await screen.findByRole('region', { name: 'Exceptions' }),
    ).toHaveTextContent(
      'Asked for by Ann, declined by Bea. Note: It has been a year.',
    );
  });

  it('offers no exception to those who may not ask', async () => {
    open(results({ contract: 'fail' }, { level: 1 }));
    expect(
      await screen.findByRole('region', { name: 'To do first' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /exception/ }),
    ).not.toBeInTheDocument();
  });

  it('has the history with its causes, page by page', async () => {
    const change = (id: string, fields: object) => ({
      id,
      at: daysAgo(Number(id)),
      entity: link('dataproduct:default/shipments', 'Shipments'),
      ruleSet: 'data-product-maturity',
      before: 'pass',
      after: 'unknown',
      cause: { kind: 'time' as const },
      ...fields,
    });
    const getResultChanges = jest.fn<
      ReturnType<DataMeshApi['getResultChanges']>,
      Parameters<DataMeshApi['getResultChanges']>
    >(async (_, query) =>
      query?.cursor
        ? {
            items: [
              change('9', {
                before: '2',
                after: '3',
                cause: {
                  kind: 'answer',
                  by: link('user:default/ann', 'Ann'),
                },
              }),
            ],
          }
        : {
            items: [
              change('3', { rule: 'promises', title: 'It has promises' }),
            ],
            nextCursor: 'next',
          },
    );
    open(results({}), { api: { getResultChanges } });
    const history = within(
      await screen.findByRole('region', { name: 'History' }),
    );
    expect(
      await history.findByText('It has promises: Done to Not known yet'),
    ).toBeVisible();
    expect(history.getByText(/3 days ago/)).toBeVisible();
    await userEvent.click(history.getByRole('button', { name: 'Earlier' }));
    expect(await history.findByText('Level: Usable to Trusted')).toBeVisible();
    expect(history.getByText(/Ann answered/)).toBeVisible();
    expect(
      history.getByText('It has promises: Done to Not known yet'),
    ).toBeVisible();
  });

  it('says so while a product is not evaluated, or not known', async () => {
    open(notEvaluated('dataproduct:default/shipments'));
    expect(await screen.findByText(/Not evaluated yet/)).toBeVisible();
  });

  it.each([
    [403, 'You may not see this'],
    [404, 'The data mesh backend does not know this product yet.'],
    [500, 'it failed with 500'],
  ])('tells of a failure with %s', async (status, words) => {
    renderWith(<MaturityContent />, {
      entity: productEntity(),
      api: failingWith(status),
    });
    expect(await screen.findByText(words)).toBeVisible();
  });
});
