import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../testing/accessibility';
import { link } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { daysAgo, results } from '../testing/results';
import { AnswerDialog, Question } from './AnswerDialog';

const entity = link('dataproduct:default/shipments', 'Shipments');

function ask(question: Partial<Question>) {
  const answer = jest.fn(async () => ({ results: results({}) }));
  const onClose = jest.fn();
  renderWith(
    <AnswerDialog
      entity={entity}
      question={{ text: 'How is it?', key: 'some.key', ...question }}
      onClose={onClose}
    />,
    { api: { answer } },
  );
  return { answer, onClose };
}

const save = () => screen.getByRole('button', { name: 'Save' });

describe('AnswerDialog', () => {
  it('takes a day that has come', async () => {
    const { answer } = ask({ value: 'date' });
    const day = screen.getByLabelText(/Day/);
    await userEvent.type(day, daysAgo(-2).slice(0, 10));
    expect(screen.getByText('The day has not come yet.')).toBeVisible();
    expect(save()).toBeDisabled();
    await userEvent.clear(day);
    await userEvent.type(day, '2026-01-25');
    expect(screen.queryByLabelText('It was so on')).not.toBeInTheDocument();
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.click(save());
    expect(await screen.findByText('Your answer is saved.')).toBeVisible();
    expect(answer).toHaveBeenCalledWith({
      entityRef: entity.ref,
      key: 'some.key',
      value: '2026-01-25',
    });
    expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
  });

  it('takes a number, with the day it was so and a note', async () => {
    const { answer } = ask({ value: 'number', days: 365 });
    expect(screen.getByText('The answer holds for 365 days.')).toBeVisible();
    await userEvent.type(screen.getByLabelText(/Number/), '40');
    await userEvent.type(screen.getByLabelText('Note'), ' By the calendar. ');
    const observed = screen.getByLabelText('It was so on');
    await userEvent.clear(observed);
    await userEvent.type(observed, '2026-01-01');
    await userEvent.click(save());
    expect(answer).toHaveBeenCalledWith({
      entityRef: entity.ref,
      key: 'some.key',
      value: 40,
      observedAt: '2026-01-01',
      note: 'By the calendar.',
    });
  });

  it('takes one of several words', async () => {
    const { answer } = ask({
      value: 'choice',
      choices: ['yes', 'problem', 'a little'],
    });
    expect(save()).toBeDisabled();
    expect(screen.getByText('a little')).toBeVisible();
    await userEvent.click(
      screen.getByRole('radio', {
        name: 'Yes, but something stands in the way',
      }),
    );
    await userEvent.click(save());
    expect(answer).toHaveBeenCalledWith(
      expect.objectContaining({ value: 'problem' }),
    );
  });

  it('is closed without an answer', async () => {
    const { answer, onClose } = ask({});
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(answer).not.toHaveBeenCalled();
  });
});
