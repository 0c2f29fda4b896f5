import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  MyWork,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { checkIn, measure } from '../testing/goals';
import {
  answered,
  dueBet,
  dueCheckIn,
  fixes,
  myWork,
  question,
  waiver,
} from '../testing/myWork';
import { link, list, product } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { MyWorkContent } from './MyWorkContent';

/** A backend that tells one after the other, the last one for ever. */
function answering(first: MyWork, ...next: MyWork[]) {
  const answers = [first, ...next];
  return {
    getMyWork: jest.fn(async () =>
      answers.length > 1 ? answers.shift()! : answers[0],
    ),
    getProducts: jest.fn(async () => list([product()])),
    getRuleSets: jest.fn(async () => ({ items: [] })),
  };
}

const open = (api: Partial<DataMeshApi>) =>
  renderWith(<MyWorkContent />, { api });

describe('My work', () => {
  it('shows all that waits, and how many it is', async () => {
    open(
      answering(
        myWork({
          approvals: [waiver()],
          questions: [question({ reason: 'the last answer is a year old' })],
          fixes: [fixes()],
          exceptions: [
            waiver({
              id: 'w2',
              state: 'approved',
              may: [],
              decidedBy: link('user:default/jonas', 'Jonas Lindqvist'),
            }),
          ],
          roles: [
            { role: 'data-lead', entities: 1 },
            { role: 'owner', entities: 2 },
          ],
        }),
      ),
    );
    expect(await screen.findByText('For Yusuf Demir')).toBeVisible();
    expect(
      screen.getByText('data lead of 1 domain · owner of 2 data products'),
    ).toBeVisible();
    const waiting = screen.getByRole('region', { name: 'Waiting for you (2)' });
    expect(waiting).toHaveTextContent(
      'Exception for Invoice ledger: Changes are announced',
    );
    expect(waiting).toHaveTextContent('asked by Ingrid Solberg on');
    expect(waiting).toHaveTextContent('The contract is being renewed');
    expect(waiting).toHaveTextContent('Are local and shared decisions agreed?');
    expect(waiting).toHaveTextContent('the last answer is a year old');

    const own = screen.getByRole('region', { name: 'On what you own (1)' });
    expect(within(own).getByText('No-show risk')).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/no-show-risk',
    );
    expect(own).toHaveTextContent('Show that the promise is kept');
    expect(own).toHaveTextContent('Sort out now');
    expect(own).toHaveTextContent('and 3 more');
    expect(
      within(own).getByRole('link', {
        name: 'Open the maturity of No-show risk',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/no-show-risk/maturity',
    );
    await userEvent.click(within(own).getByRole('button', { name: 'How' }));
    expect(own).toHaveTextContent('Push the freshness check');
    expect(own).toHaveTextContent('the last proof is 45 days old');

    expect(
      screen.getByRole('region', { name: /^Exceptions for what you own/ }),
    ).toHaveTextContent('approved by Jonas Lindqvist');
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('approves in place, says so, and takes the row away', async () => {
    const user = userEvent.setup();
    const api = {
      ...answering(myWork({ approvals: [waiver()] }), myWork()),
      decideWaiver: jest.fn(async () => waiver({ state: 'approved' })),
    };
    open(api);
    await user.type(
      await screen.findByLabelText('Note (may be left out)'),
      ' fine with us ',
    );
    await user.click(
      screen.getByRole('button', {
        name: 'Approve the exception of Invoice ledger',
      }),
    );
    const said = await screen.findByText(/^Approved: the exception of/);
    expect(said).toHaveAttribute('role', 'status');
    expect(said).toHaveFocus();
    expect(screen.queryByText('The contract is being renewed')).toBeNull();
    expect(api.decideWaiver).toHaveBeenCalledWith('w1', {
      version: 3,
      decision: 'approve',
      note: 'fine with us',
    });
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
  });

  it('shows beside the row why it was refused, and keeps the note', async () => {
    const user = userEvent.setup();
    const api = {
      ...answering(
        myWork({
          approvals: [waiver(), waiver({ id: 'w9', reason: 'Other' })],
        }),
      ),
      decideWaiver: jest.fn(async () => {
        throw new Error('You have asked for it: somebody else has to decide.');
      }),
    };
    open(api);
    const [first] = await screen.findAllByLabelText('Note (may be left out)');
    await user.type(first, 'my note');
    const row = first.closest('li')!;
    await user.click(within(row).getByRole('button', { name: /^Decline/ }));
    expect(await within(row).findByRole('alert')).toHaveTextContent(
      'You have asked for it: somebody else has to decide.',
    );
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(first).toHaveValue('my note');
    expect(within(row).getByRole('button', { name: /^Decline/ })).toBeEnabled();
  });

  it.each([
    ['Yes', true, undefined],
    ['No', false, undefined],
    ['Not yet', false, 'Not yet'],
  ])('takes the answer %s', async (word, value, note) => {
    const user = userEvent.setup();
    const api = {
      ...answering(myWork({ questions: [question()] }), myWork()),
      answer: jest.fn(async () => answered()),
    };
    open(api);
    await user.click(await screen.findByRole('radio', { name: word }));
    await user.click(
      screen.getByRole('button', {
        name: 'Save the answer about Patient services',
      }),
    );
    expect(
      await screen.findByText('Your answer about Patient services is saved.'),
    ).toBeVisible();
    expect(api.answer).toHaveBeenCalledWith({
      entityRef: 'domain:default/patient-services',
      key: 'answer.decisions-are-agreed',
      value,
      ...(note && { note }),
    });
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('takes a day, a number and a choice, with note and link', async () => {
    const user = userEvent.setup();
    const api = {
      ...answering(
        myWork({
          questions: [
            question({ rule: 'a', value: 'date', text: 'When was it?' }),
            question({ rule: 'b', value: 'number', text: 'How many?' }),
            question({
              rule: 'c',
              value: 'choice',
              text: 'Which one?',
              choices: ['red', 'blue'],
            }),
          ],
        }),
      ),
      answer: jest.fn(async () => answered()),
    };
    open(api);
    const rowOf = async (text: string) =>
      (await screen.findByText(text)).closest('li')!;
    const save = (row: HTMLElement) =>
      within(row).getByRole('button', { name: /^Save/ });

    const day = await rowOf('When was it?');
    await user.type(within(day).getByLabelText(/^Day/), '2999-01-01');
    expect(save(day)).toBeDisabled();
    expect(day).toHaveTextContent('The day has not come yet.');
    await user.clear(within(day).getByLabelText(/^Day/));
    await user.type(within(day).getByLabelText(/^Day/), '2026-01-25');
    await user.click(save(day));
    await waitFor(() => expect(api.answer).toHaveBeenCalledTimes(1));

    const many = await rowOf('How many?');
    expect(save(many)).toBeDisabled();
    await user.type(within(many).getByLabelText(/^Number/), '12');
    await user.click(
      within(many).getByRole('button', { name: 'Note, link and day' }),
    );
    await user.type(within(many).getByLabelText('Note'), 'counted');
    await user.type(within(many).getByLabelText('Link'), 'wiki');
    expect(many).toHaveTextContent('An address begins with');
    expect(save(many)).toBeDisabled();
    await user.clear(within(many).getByLabelText('Link'));
    await user.type(within(many).getByLabelText('Link'), 'https://x.example/1');
    await user.click(save(many));
    await waitFor(() => expect(api.answer).toHaveBeenCalledTimes(2));

    const which = await rowOf('Which one?');
    await user.click(within(which).getByRole('radio', { name: 'blue' }));
    await user.click(save(which));
    await waitFor(() => expect(api.answer).toHaveBeenCalledTimes(3));

    const sent = api.answer.mock.calls.map(([request]: unknown[]) => request);
    expect(sent).toMatchObject([
      { value: '2026-01-25' },
      { value: 12, note: 'counted', link: 'https://x.example/1' },
      { value: 'blue' },
    ]);
  });

  it('keeps an answer that could not be sent', async () => {
    const user = userEvent.setup();
    const answer = jest.fn();
    answer.mockRejectedValueOnce(new Error('You do not answer for it.'));
    answer.mockResolvedValue(answered());
    open({ ...answering(myWork({ questions: [question()] })), answer });
    await user.click(await screen.findByRole('radio', { name: 'Yes' }));
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You do not answer for it.',
    );
    expect(screen.getByRole('radio', { name: 'Yes' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    expect(await screen.findByText(/is saved/)).toBeVisible();
  });

  it('takes back an exception that one may take back', async () => {
    const user = userEvent.setup();
    const mine = waiver({ state: 'approved', may: ['revoke'] });
    const api = {
      ...answering(myWork({ exceptions: [mine] }), myWork()),
      decideWaiver: jest.fn(async () => waiver({ state: 'revoked' })),
    };
    open(api);
    await user.click(
      await screen.findByRole('button', {
        name: 'Take back the exception of Invoice ledger',
      }),
    );
    expect(await screen.findByText(/^Taken back/)).toBeVisible();
    expect(api.decideWaiver).toHaveBeenCalledWith('w1', {
      version: 3,
      decision: 'revoke',
    });
  });

  const patientServices = link(
    'domain:default/patient-services',
    'Patient services',
  );
  const review = (): MyWork['reviews'][number] => ({
    domain: patientServices,
    lastAt: null,
  });

  it('counts what waits in the value tree, and says what comes next', async () => {
    open({
      ...answering(
        myWork({
          checkIns: [dueCheckIn()],
          bets: [dueBet(), dueBet({ id: 'B-08', state: 'stop-ready' })],
          helpWanted: [
            {
              id: 'DG-2',
              title: 'Fewer empty slots',
              domain: patientServices,
              text: 'Somebody who knows the booking system',
              as: 'sponsor',
            },
          ],
          reviews: [review()],
          fixes: [fixes()],
          next: {
            what: 'bet',
            date: '2026-12-01',
            title: 'targeted reminders',
            node: 'B-05',
          },
        }),
      ),
      getReviews: async () => ({
        items: [],
        mayHold: [{ domain: patientServices }],
      }),
    });
    const waiting = await screen.findByRole('region', {
      name: 'Waiting for you (4)',
    });
    expect(waiting).toHaveTextContent('Missed appointments');
    expect(waiting).toHaveTextContent('last 12 days ago');
    expect(waiting).toHaveTextContent(
      '14.2 to 12.6 %, expected 10.9 by now, wants 9',
    );
    const [soon, ready] = within(waiting)
      .getAllByText('Bet “Reminders cut misses”')
      .map(bet => bet.closest('li')!);
    expect(soon).toHaveTextContent('review in 10 days · Patient services');
    expect(soon).toHaveTextContent(
      'We stop if: Misses unchanged after 90 days',
    );
    expect(
      within(soon).getByRole('button', {
        name: 'Decide on Reminders cut misses',
      }),
    ).toHaveAttribute('href', '/data-mesh/goals?node=B-04');
    expect(ready).toHaveTextContent('Ready for a decision');
    const help = within(waiting).getByText('Help wanted').closest('li')!;
    expect(help).toHaveTextContent('Somebody who knows the booking system');
    expect(help).toHaveTextContent('You sponsor it');
    expect(
      within(help).getByRole('link', { name: 'Fewer empty slots' }),
    ).toHaveAttribute('href', '/data-mesh/goals?node=DG-2');

    const own = screen.getByRole('region', { name: 'On what you own (2)' });
    expect(own).toHaveTextContent('The quarterly review is due');
    expect(
      await within(own).findByRole('button', { name: /Start/ }),
    ).toBeVisible();

    const next = screen.getByText(/^Nothing else\. Next: review of bet/);
    expect(next).toHaveTextContent(
      'Nothing else. Next: review of bet “targeted reminders” in 10 days.',
    );
    expect(
      within(next).getByRole('link', { name: 'targeted reminders' }),
    ).toHaveAttribute('href', '/data-mesh/goals?node=B-05');
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it.each<[Partial<MyWork['reviews'][number]>, string, RegExp]>([
    [
      { open: { id: 'R-1', startedAt: '2026-11-20T08:00:00Z' } },
      'The review that began on Nov 20, 2026 is not finished.',
      /^Continue/,
    ],
    [
      { lastAt: '2026-08-01T08:00:00Z' },
      'The quarterly review is overdue: the last one ended on Aug 1, 2026.',
      /^Start/,
    ],
  ])('goes on with a review: %j', async (change, words, button) => {
    open({
      ...answering(myWork({ reviews: [{ ...review(), ...change }] })),
      getReviews: async () => ({
        items: [],
        mayHold: [{ domain: patientServices, open: change.open }],
      }),
    });
    const own = await screen.findByRole('region', {
      name: 'On what you own (1)',
    });
    expect(own).toHaveTextContent(words);
    expect(
      await within(own).findByRole('button', { name: button }),
    ).toBeVisible();
  });

  it('takes a check-in in place, says so, and takes the row away', async () => {
    const user = userEvent.setup();
    const api = {
      ...answering(myWork({ checkIns: [dueCheckIn()] }), myWork()),
      checkIn: jest.fn(async () => ({
        checkIn: checkIn({ value: 12.1, date: '2026-11-21' }),
        measure: measure(),
      })),
    };
    open(api);
    const value = await screen.findByLabelText(/^Value in %/);
    // Somebody may have come for another row
    expect(value).not.toHaveFocus();
    const row = value.closest('li')!;
    const save = within(row).getByRole('button', {
      name: 'Save the reading of Missed appointments',
    });
    expect(save).toBeDisabled();
    await user.type(value, 'many');
    expect(row).toHaveTextContent('A number is needed, such as 12.6.');
    await user.clear(value);
    await user.type(value, '12,1');
    await user.type(within(row).getByLabelText('Note'), 'Two clinics miss');
    await user.click(within(row).getByRole('button', { name: /^Another day/ }));
    await user.selectOptions(
      within(row).getByLabelText('How sure is it?'),
      'sure',
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
    await user.click(save);
    const said = await screen.findByText(
      'Saved: Missed appointments 12.1 % on Nov 21, 2026.',
    );
    expect(said).toHaveFocus();
    expect(screen.queryByLabelText(/^Value/)).toBeNull();
    expect(api.checkIn).toHaveBeenCalledWith('M-03', {
      value: 12.1,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      confidence: 'high',
      note: 'Two clinics miss',
    });
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
  });

  it('keeps a check-in that could not be saved, also where one is there', async () => {
    const user = userEvent.setup();
    const there = checkIn();
    const conflict = Object.assign(new Error('Request failed with 409'), {
      name: 'ResponseError',
      statusCode: 409,
      body: { error: { name: 'ConflictError', current: there } },
    });
    const send = jest
      .fn()
      .mockRejectedValueOnce(new Error('The network is gone'))
      .mockRejectedValueOnce(conflict)
      .mockResolvedValue({ checkIn: there, measure: measure() });
    open({
      ...answering(myWork({ checkIns: [dueCheckIn({ lastAt: null })] })),
      checkIn: send,
    });
    const value = await screen.findByLabelText(/^Value/);
    const row = value.closest('li')!;
    expect(row).toHaveTextContent('no reading yet');
    await user.type(value, '12');
    await user.click(within(row).getByRole('button', { name: /^Save/ }));
    expect(await within(row).findByRole('alert')).toHaveTextContent(
      'The network is gone',
    );
    expect(value).toHaveValue('12');
    await user.click(within(row).getByRole('button', { name: /^Save/ }));
    await user.click(
      await within(row).findByRole('button', { name: 'Replace it by mine' }),
    );
    expect(await screen.findByText(/^Saved: Missed/)).toBeVisible();
    expect(send).toHaveBeenLastCalledWith(
      'M-03',
      expect.objectContaining({ value: 12, supersedes: there.id }),
    );
  });

  it('counts what is not listed', async () => {
    const work = myWork({ checkIns: [dueCheckIn()], reviews: [review()] });
    open({
      ...answering({
        ...work,
        counts: { ...work.counts, checkIns: 121, entities: 7 },
      }),
      getReviews: async () => ({ items: [], mayHold: [] }),
    });
    expect(
      await screen.findByRole('region', { name: 'Waiting for you (121)' }),
    ).toHaveTextContent('and 120 more');
    expect(
      screen.getByRole('region', { name: 'On what you own (8)' }),
    ).toHaveTextContent('and 7 more');
  });

  it.each([
    [
      { what: 'check-in', title: 'Missed appointments', node: 'DG-2' },
      'Next: check-in of “Missed appointments” in 1 day.',
    ],
    [
      { what: 'review', title: 'Patient services' },
      'Next: review of Patient services in 1 day.',
    ],
  ] as const)('says what comes next: %j', async (next, words) => {
    open(answering(myWork({ next: { ...next, date: '2026-11-22' } })));
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
    expect(await screen.findByText(/^Next:/)).toHaveTextContent(words);
  });

  it('says when nothing waits', async () => {
    open(answering(myWork()));
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Look at the data products' }),
    ).toHaveAttribute('href', '/data-mesh/products');
    expect(screen.queryByText('There are no data products yet')).toBeNull();
  });

  it('says where to start when there is no product at all', async () => {
    open({
      ...answering(myWork()),
      getProducts: async () => list([]),
    });
    expect(
      await screen.findByText('There are no data products yet'),
    ).toBeVisible();
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it.each([
    [404, 'The data mesh backend does not answer here'],
    [403, 'You may not see this'],
    [500, 'This could not be loaded'],
  ])('tells an error %s apart', async (statusCode, words) => {
    open({
      getMyWork: async () => {
        throw Object.assign(new Error('it failed'), { statusCode });
      },
    });
    expect(await screen.findByText(words)).toBeVisible();
  });
});
