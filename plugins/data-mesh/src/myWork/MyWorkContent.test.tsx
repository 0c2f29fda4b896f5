import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  MyWork,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { answered, fixes, myWork, question, waiver } from '../testing/myWork';
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
      screen.getByText('data lead of 1 domain · owner of 2'),
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
