import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  ProductSayingRequest,
  ReviewChange,
  ReviewInFull,
  ReviewNode,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { watchClipboard } from '../testing/clipboard';
import { measure, treeNode } from '../testing/goals';
import { link } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import {
  agenda,
  domain,
  inFull,
  review,
  reviewList,
  toReview,
} from '../testing/reviews';
import { ruleSets } from '../testing/ruleSets';
import { ReviewsContent } from './ReviewsContent';

const page = '/data-mesh/reviews/R-1';
const appointments = toReview();
const p360 = toReview({
  product: link('dataproduct:default/patient-360', 'Patient 360'),
});
const noShow = toReview({
  product: link('dataproduct:default/no-show-risk', 'No-show risk'),
  isDue: false,
});
const conflict = () =>
  Object.assign(new Error('Somebody else has changed this'), {
    name: 'ConflictError',
  });
const refused = (name: string) => () =>
  Promise.reject(Object.assign(new Error('no'), { name }));

function open(
  found: ReviewInFull | (() => Promise<ReviewInFull>),
  options: { at?: string; api?: Partial<DataMeshApi> } = {},
) {
  const getReview = jest.fn(
    typeof found === 'function' ? found : async () => found,
  );
  renderWith(<ReviewsContent />, {
    at: options.at ?? page,
    api: {
      getReview,
      getReviews: async () => reviewList(),
      getRuleSets: async () => ruleSets(),
      getResults: async ref => ({
        entity: link(String(ref), 'Patient services'),
        items: [],
        may: { answer: [], askForWaiver: false, decideWaivers: false },
      }),
      ...options.api,
    },
  });
  return getReview;
}

const accessible = async () =>
  expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual([]);

describe('a review', () => {
  const user = userEvent.setup();

  it('leads through its steps, by links that can be shared', async () => {
    open(inFull());
    const nav = within(
      await screen.findByRole('navigation', { name: 'Steps of the review' }),
    );
    expect(nav.getAllByRole('link').map(step => step.textContent)).toEqual([
      'What changed',
      'Products due',
      'Ownership',
      'Goals and bets',
      'Minutes',
    ]);
    expect(nav.getByRole('link', { current: 'step' })).toHaveTextContent(
      'What changed',
    );
    expect(
      screen.getByText('Nothing that was noted here changed since.'),
    ).toBeVisible();
    for (const [next, step, words] of [
      ['Next: Products due', 'products', 'The domain has no data products.'],
      ['Next: Ownership', 'ownership', 'Nothing is open.'],
      ['Next: Goals and bets', 'nodes', 'No goal or bet is due.'],
      ['Next: Minutes', 'minutes', 'The minutes as they would be now'],
    ]) {
      await user.click(screen.getByRole('button', { name: next }));
      expect(await screen.findByText(words)).toBeVisible();
      expect(screen.getByTestId('address')).toHaveTextContent(
        `${page}?step=${step}`,
      );
      expect(
        screen.getByRole('heading', { level: 3, name: /./ }),
      ).toHaveFocus();
      await accessible();
    }
  });

  it('tells what changed, grouped', async () => {
    open(
      inFull({
        agenda: agenda({
          isFirst: true,
          changes: {
            levels: [
              {
                id: 'C',
                at: '2026-11-01T00:00:00.000Z',
                entity: p360.product,
                ruleSet: 'data-product-maturity',
                before: '3',
                after: '2',
                cause: { kind: 'time' },
              },
            ],
            levelsTotal: 3,
            readings: [
              {
                nodeId: 'DG-2',
                node: 'Fewer empty slots',
                measureId: 'M-03',
                measure: 'Missed appointments',
                unit: '%',
                before: 14.2,
                now: 12.6,
                date: '2026-11-09',
                count: 2,
              },
            ],
            decisions: [
              {
                nodeId: 'B-04',
                node: 'Reminders',
                kind: 'bet',
                date: '2026-10-01',
                type: 'continue',
                reason: 'It works.',
              },
            ],
            nodes: [
              {
                id: 'B-05',
                kind: 'bet',
                title: 'Calls',
                what: 'deleted',
                at: '2026-10-02T00:00:00.000Z',
              },
            ],
          },
        }),
      }),
    );
    expect(await screen.findByText(/^This is the first review/)).toBeVisible();
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent)
          .slice(-5),
      ).toEqual([
        'Patient 360 Level: from Trusted to Usable, Nov 1, 2026',
        'and 2 more',
        'Missed appointments: 14.2 to 12.6 %, Nov 9, 2026 (2 readings), Fewer empty slots',
        'Reminders: Continue, Oct 1, 2026. It works.',
        'Bet Calls: deleted, Oct 2, 2026',
      ]),
    );
    await accessible();
  });

  it('tells when it is loading, not there, or for others', async () => {
    open(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading the review' }),
    ).toBeVisible();
  });

  it.each([
    ['NotFoundError', 'There is no such review'],
    ['NotAllowedError', 'You may not see this'],
    ['Error', 'This could not be loaded'],
  ])('says so on %s', async (name, words) => {
    open(refused(name));
    expect(await screen.findByText(words)).toBeVisible();
  });
});

describe('products that are due', () => {
  const user = userEvent.setup();
  const at = `${page}?step=products`;
  const full = (change: Partial<ReviewInFull> = {}) =>
    inFull({
      agenda: agenda({ products: [appointments, p360, noShow] }),
      ...change,
    });

  it('are one on a screen, prefilled from what is known', async () => {
    open(
      full({
        agenda: agenda({
          products: [
            toReview({
              level: 3,
              target: 3,
              users: {
                now: [link('group:default/a', 'Team A')],
                before: [],
              },
              use: {
                last30Days: { value: 214, at: '2026-11-20', holds: true },
                before: 180,
              },
              promises: { value: true, at: '2026-09-01', holds: false },
              run: { by: 'Team A', until: '2027-12-31' },
              answers: [
                {
                  by: link('user:default/maya', 'Maya'),
                  value: 'problem',
                  note: 'Late on Mondays',
                  at: '2026-11-01',
                },
              ],
              last: {
                heldAt: '2026-07-04',
                decision: 'keep',
                value: 'Clinics plan by it',
                standsAlone: true,
              },
              suggested: { decision: 'invest', because: 'more-users' },
            }),
          ],
        }),
      }),
      { at },
    );
    expect(
      await screen.findByRole('heading', { name: 'Patient appointments' }),
    ).toBeVisible();
    for (const words of [
      'now: Team A',
      'then: nobody',
      '214, told on Nov 20, 2026',
      'then: 180',
      'yes, on Sep 1, 2026 (too old to count)',
      'Team A, until Dec 31, 2027',
      'Late on Mondays',
      'Jul 4, 2026, Keep',
      'The evidence points to “Invest”: many more teams use it than before.',
      '1 of 1, three minutes each',
    ]) {
      expect(screen.getByText(words)).toBeVisible();
    }
    expect(
      screen.getByText(/^Maya: something stands in the way/),
    ).toBeVisible();
    expect(
      screen.getByRole('textbox', { name: 'What is it worth, and to whom?' }),
    ).toHaveValue('Clinics plan by it');
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await accessible();
  });

  it('are said something about, one after the other', async () => {
    let now = full();
    const send = jest.fn(
      async (_: string, __: unknown, saying: ProductSayingRequest) => {
        const next = review({
          version: 2,
          products: [
            {
              ...saying,
              version: 1,
              product: appointments.product,
              by: link('user:default/yusuf.demir', 'Yusuf Demir'),
              at: '2026-11-21T09:00:00.000Z',
              unheard: [
                {
                  key: 'x',
                  title: 'what it costs and is worth',
                  who: ['owner'],
                },
              ],
            },
          ],
        });
        now = full({ review: next });
        return next;
      },
    );
    open(async () => now, { at, api: { sayAboutProduct: send } });
    const decision = within(
      await screen.findByRole('group', { name: 'Decision' }),
    );
    expect(
      decision.getAllByRole('button').map(({ textContent }) => textContent),
    ).toEqual(['Keep', 'Invest', 'Shrink', 'Hand over', 'Retire']);
    decision.getByRole('button', { name: 'Hand over' }).focus();
    await user.keyboard(' ');
    expect(decision.getByRole('button', { name: 'Hand over' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await user.type(
      screen.getByRole('textbox', { name: 'What comes next?' }),
      'Talk to the clinics',
    );
    await user.click(
      within(
        screen.getByRole('group', { name: /^Is running it paid for/ }),
      ).getByRole('radio', { name: 'no' }),
    );
    await user.click(
      screen.getByRole('button', { name: 'Save, and go to the next' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Patient 360' }),
    ).toBeVisible();
    expect(send).toHaveBeenCalledWith('R-1', appointments.product.ref, {
      version: 0,
      decision: 'hand-over',
      next: 'Talk to the clinics',
      funded: false,
    });
    expect(screen.getByTestId('address')).toHaveTextContent(
      new URLSearchParams({ at: p360.product.ref }).toString(),
    );
    expect(
      await screen.findByRole('link', {
        name: 'Patient appointments: Hand over',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Products due (1 of 2)' }),
    ).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Patient appointments: Saved. Others are asked whether it counts: what it costs and is worth. Ask the team that owns it.',
    );
    await accessible();
  });

  it('keep what was written when somebody else was faster', async () => {
    let now = full();
    const theirs = {
      version: 1,
      decision: 'retire' as const,
      next: 'Ask the clinics',
      product: appointments.product,
      by: link('user:default/maya', 'Maya'),
      at: '2026-11-21T09:00:00.000Z',
      unheard: [],
    };
    const send = jest.fn(
      async (_: string, __: unknown, saying: ProductSayingRequest) => {
        now = full({ review: review({ version: 2, products: [theirs] }) });
        if (saying.version === 0) {
          throw conflict();
        }
        return now.review;
      },
    );
    open(async () => now, { at, api: { sayAboutProduct: send } });
    await user.click(await screen.findByRole('button', { name: 'Keep' }));
    await user.type(
      screen.getByRole('textbox', { name: 'What comes next?' }),
      'Mine',
    );
    await user.click(
      screen.getByRole('button', { name: 'Save, and go to the next' }),
    );
    expect(
      await screen.findByText(
        'Maya has said meanwhile: Retire. Ask the clinics What you wrote is kept; save to put it in its place.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('textbox', { name: 'What comes next?' }),
    ).toHaveValue('Mine');
    await user.click(
      screen.getByRole('button', { name: 'Save, and go to the next' }),
    );
    await waitFor(() =>
      expect(send).toHaveBeenLastCalledWith('R-1', appointments.product.ref, {
        version: 1,
        decision: 'keep',
        next: 'Mine',
      }),
    );
  });

  it('keep what was written while somebody looks elsewhere', async () => {
    open(full(), { at });
    await user.type(
      await screen.findByRole('textbox', { name: 'What comes next?' }),
      'Mine',
    );
    await user.click(screen.getByRole('button', { name: 'Next: Ownership' }));
    await user.click(
      screen.getByRole('button', { name: 'Back: Products due' }),
    );
    expect(
      await screen.findByRole('textbox', { name: 'What comes next?' }),
    ).toHaveValue('Mine');
  });

  it('say whose answers count', async () => {
    open(full({ agenda: agenda({ products: [toReview({ mayTell: [] })] }) }), {
      at,
    });
    expect(
      (await screen.findAllByText(/^It stands in the minutes/)).length,
    ).toBe(3);
  });

  it('may be none, and others can be talked about all the same', async () => {
    open(full({ agenda: agenda({ products: [noShow] }) }), { at });
    expect(await screen.findByText('No data product is due.')).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: '1 data product that is not due' }),
    );
    await user.click(screen.getByRole('link', { name: 'No-show risk' }));
    expect(
      await screen.findByRole('heading', { name: 'No-show risk' }),
    ).toBeVisible();
    await accessible();
  });
});

describe('ownership', () => {
  it('has its open points, the most urgent first', async () => {
    open(
      inFull({
        agenda: agenda({
          ownership: [
            {
              entity: p360.product,
              rule: 'owned-centrally',
              code: 'OF-04',
              title: 'A central team owns it',
              severity: 'high',
              since: '2026-09-22T00:00:00.000Z',
              reason: 'bi-centre is central',
            },
          ],
        }),
      }),
      { at: `${page}?step=ownership` },
    );
    const part = within(
      await screen.findByRole('region', { name: 'Sort out now' }),
    );
    expect(part.getByRole('listitem')).toHaveTextContent(
      'Patient 360: A central team owns it, since Sep 22, 2026bi-centre is central',
    );
    expect(screen.getByRole('link', { name: 'Ownership (1)' })).toBeVisible();
    await accessible();
  });
});

describe('goals and bets', () => {
  const user = userEvent.setup();
  const at = `${page}?step=nodes`;
  const bet: ReviewNode = {
    id: 'B-04',
    kind: 'bet',
    title: 'Targeted reminders',
    why: ['date', 'hints'],
    reviewAt: '2026-12-01',
  };
  const node = (): ValueNode => ({
    node: treeNode({
      id: 'B-04',
      kind: 'bet',
      title: 'Targeted reminders',
      version: 4,
      may: ['decide'],
    }),
    fields: { title: 'Targeted reminders', stopRule: 'misses do not fall' },
    people: {},
    path: [],
    measures: [{ ...measure({ nodeId: 'B-04' }), checkIns: [] }],
    decisions: [],
    backlog: [],
    components: [],
  });

  it('are decided on with their evidence, in the review', async () => {
    let nodes = [bet];
    const decide = jest.fn(async () => {
      nodes = [{ ...bet, why: [], decided: 'stop' }];
      return node();
    });
    open(async () => inFull({ agenda: agenda({ nodes }) }), {
      at,
      api: { getValueNode: async () => node(), decideOnValueNode: decide },
    });
    const list = within(
      await screen.findByRole('navigation', {
        name: 'Goals and bets to decide on',
      }),
    );
    expect(list.getByRole('listitem')).toHaveTextContent(
      'Targeted remindersBet · to be decided on by Dec 1, 2026 · needs a look',
    );
    expect(
      await screen.findByText('14.2 to 12.6 %, expected 10.9 by now, wants 9'),
    ).toBeVisible();
    expect(screen.getByText('Behind')).toBeVisible();
    await accessible();

    await user.click(screen.getByRole('button', { name: 'Decide' }));
    await user.click(await screen.findByRole('radio', { name: /^Stop/ }));
    const save = screen.getByRole('button', { name: 'Save the decision' });
    await user.type(
      screen.getByRole('textbox', { name: /^Why/ }),
      'Misses did not fall',
    );
    expect(save).toBeDisabled();
    await user.type(
      screen.getByRole('textbox', { name: /learn/i }),
      'Reminders come too late',
    );
    await user.click(save);
    await waitFor(() =>
      expect(decide).toHaveBeenCalledWith(
        'B-04',
        expect.objectContaining({
          type: 'stop',
          reason: 'Misses did not fall',
          learning: 'Reminders come too late',
          reviewId: 'R-1',
          participants: ['user:default/yusuf.demir'],
        }),
      ),
    );
    expect(
      await screen.findByRole('link', { name: 'Targeted reminders: Stop' }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Goals and bets (1 of 1)' }),
    ).toBeVisible();
  });

  it('are for others to decide on where that is so', async () => {
    const found = node();
    open(inFull({ agenda: agenda({ nodes: [bet] }) }), {
      at,
      api: {
        getValueNode: async () => ({
          ...found,
          node: { ...found.node, may: [] },
        }),
      },
    });
    expect(
      await screen.findByText('It is for others to decide on.'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Decide' }),
    ).not.toBeInTheDocument();
  });
});

describe('the minutes', () => {
  const user = userEvent.setup();
  const at = `${page}?step=minutes`;

  it('can be read, copied and closed', async () => {
    const copied = watchClipboard();
    let now = inFull({
      agenda: agenda({ products: [appointments] }),
    });
    const close = jest.fn(async () => {
      now = {
        review: review({
          state: 'closed',
          closedAt: '2026-11-21T10:00:00.000Z',
          closedBy: link('user:default/yusuf.demir', 'Yusuf Demir'),
          may: [],
        }),
        minutes: '# The end\n',
      };
      return now;
    });
    open(async () => now, { at, api: { closeReview: close } });
    expect(
      await screen.findByRole('heading', {
        name: 'Review of Patient services',
        level: 4,
      }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    expect(copied).toEqual([
      '# Review of Patient services\n\n- **Patient 360**: keep.\n',
    ]);
    await user.click(screen.getByRole('button', { name: 'Close the review' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(
      dialog.getByText('1 data product that is due was not talked about.'),
    ).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Close the review' }));
    expect(
      await screen.findByText(/^Closed by Yusuf Demir on Nov 21, 2026/),
    ).toBeVisible();
    expect(close).toHaveBeenCalledWith('R-1', { version: 1 });
    expect(screen.getByRole('heading', { name: 'The end' })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Close the review' }),
    ).not.toBeInTheDocument();
    await accessible();
  });

  it('are not closed over what somebody else did meanwhile', async () => {
    open(inFull(), {
      at,
      api: { closeReview: jest.fn(() => Promise.reject(conflict())) },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Close the review' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Close the review' }));
    expect(
      await dialog.findByText('Somebody else has changed this'),
    ).toBeVisible();
  });

  it('have notes, on which nobody writes over somebody else', async () => {
    let now = inFull();
    const change = jest.fn(async (_: string, to: ReviewChange) => {
      if (to.version === 1) {
        now = inFull({
          review: review({ version: 2, notes: 'Theirs' }),
        });
        throw conflict();
      }
      now = inFull({ review: review({ version: 3, notes: to.notes }) });
      return now.review;
    });
    open(async () => now, { at, api: { changeReview: change } });
    const notes = await screen.findByRole('textbox', { name: 'Notes' });
    await user.type(notes, 'Mine');
    await user.click(screen.getByRole('button', { name: 'Save the notes' }));
    expect(
      await screen.findByText('Somebody else has written meanwhile:'),
    ).toBeVisible();
    expect(screen.getByText('Theirs')).toBeVisible();
    expect(notes).toHaveValue('Mine');
    await user.click(
      screen.getByRole('button', { name: 'Save mine in its place' }),
    );
    await waitFor(() =>
      expect(change).toHaveBeenLastCalledWith('R-1', {
        version: 2,
        notes: 'Mine',
      }),
    );
    await waitFor(() =>
      expect(
        screen.queryByText('Somebody else has written meanwhile:'),
      ).not.toBeInTheDocument(),
    );
  });

  it('may never come to be', async () => {
    let now = inFull();
    const abandon = jest.fn(async () => {
      const review1 = review({
        state: 'abandoned',
        closedAt: '2026-11-21T10:00:00.000Z',
        may: [],
      });
      now = { review: review1 };
      return review1;
    });
    open(async () => now, { at, api: { abandonReview: abandon } });
    await user.click(
      await screen.findByRole('button', { name: 'Abandon the review' }),
    );
    await user.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Abandon the review',
      }),
    );
    expect(
      await screen.findByText(/^This review was abandoned on Nov 21, 2026/),
    ).toBeVisible();
  });
});

describe('who takes part', () => {
  const user = userEvent.setup();

  it('is kept with those whom somebody else named meanwhile', async () => {
    let now = inFull();
    const both = [
      link('user:default/yusuf.demir', 'Yusuf Demir'),
      link('user:default/maya', 'Maya'),
    ];
    const change = jest.fn(async (_: string, to: ReviewChange) => {
      if (to.version === 1) {
        now = inFull({ review: review({ version: 2, participants: both }) });
        throw conflict();
      }
      now = inFull({
        review: review({ version: 3, participants: both.slice(1) }),
      });
      return now.review;
    });
    open(async () => now, { api: { changeReview: change } });
    const chips = within(
      await screen.findByRole('list', { name: 'Who takes part' }),
    );
    chips.getByRole('button').focus();
    await user.keyboard('{Delete}');
    await waitFor(() =>
      expect(change).toHaveBeenLastCalledWith('R-1', {
        version: 2,
        participants: ['user:default/maya'],
      }),
    );
  });
});

describe('the list of reviews', () => {
  const user = userEvent.setup();
  const at = '/data-mesh/reviews';
  const items = [
    {
      id: 'R-0',
      domain,
      startedAt: '2026-08-20T08:00:00.000Z',
      closedAt: '2026-08-21T08:00:00.000Z',
      participants: [link('user:default/maya', 'Maya')],
      products: 2,
      decisions: 1,
    },
  ];

  it('has those that were held, with the way to their minutes', async () => {
    const getReviews = jest.fn(async ({ cursor }: { cursor?: string } = {}) =>
      reviewList({ items, ...(!cursor && { nextCursor: 'more' }) }),
    );
    open(inFull(), {
      at: `${at}?domain=domain%3Adefault%2Fpatient-services`,
      api: { getReviews },
    });
    const list = within(
      await screen.findByRole('list', { name: 'Reviews that were held' }),
    );
    expect(list.getByRole('listitem')).toHaveTextContent(
      'Review of Patient services, Aug 21, 20262 data products · 1 decision on goals and bets · Maya',
    );
    expect(list.getByRole('link')).toHaveAttribute(
      'href',
      '/data-mesh/reviews/R-0',
    );
    await user.click(screen.getByRole('button', { name: 'Older ones' }));
    expect(
      await screen.findByRole('button', { name: 'Back to the newest' }),
    ).toBeVisible();
    expect(getReviews).toHaveBeenLastCalledWith(
      { domain: domain.ref, cursor: 'more' },
      expect.anything(),
    );
    await accessible();
  });

  it('leads back to the newest when older ones cannot be loaded', async () => {
    const getReviews = jest.fn(async ({ cursor }: { cursor?: string } = {}) => {
      if (cursor) {
        throw new Error('The cursor cannot be read.');
      }
      return reviewList({ items, nextCursor: 'more' });
    });
    open(inFull(), { at, api: { getReviews } });
    await user.click(await screen.findByRole('button', { name: 'Older ones' }));
    expect(await screen.findByText('The cursor cannot be read.')).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Back to the newest' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Reviews that were held' }),
    ).toBeVisible();
  });

  it('says what a review is where none was held', async () => {
    open(inFull(), { at });
    expect(await screen.findByText('No review was held yet.')).toBeVisible();
    await accessible();
  });

  it.each([
    ['NotAllowedError', 'You may not see this'],
    ['Error', 'This could not be loaded'],
  ])('says so on %s', async (name, words) => {
    open(inFull(), { at, api: { getReviews: refused(name) } });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('has minutes of which parts may be hidden', async () => {
    open({
      review: review({ state: 'closed', closedAt: '2026-11-21', may: [] }),
      minutes: '# Short\n',
      isPartial: true,
    });
    expect(
      await screen.findByText(/What you may not see is left out/),
    ).toBeVisible();
  });
});
