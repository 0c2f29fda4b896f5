import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CheckIn,
  CheckInRequest,
  CheckInResponse,
  DataMeshApi,
  Measure,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { today } from '../../components/today';
import { accessibilityProblems } from '../../testing/accessibility';
import { checkIn, measure } from '../../testing/goals';
import { renderWith } from '../../testing/renderWith';
import { CheckInButton } from './CheckInButton';

const answer = (request: CheckInRequest): CheckInResponse => ({
  checkIn: checkIn({ id: 'C-2', value: request.value, date: request.date }),
  measure: measure(),
});

const conflict = (current: unknown) =>
  Object.assign(new Error('Request failed with 409'), {
    name: 'ResponseError',
    statusCode: 409,
    cause: new Error('Another value is known for that day.'),
    body: { error: { name: 'ConflictError', current } },
  });

function open(
  send: DataMeshApi['checkIn'],
  change: Partial<Measure> = { may: ['check-in'] },
) {
  return renderWith(
    <CheckInButton
      measure={measure(change)}
      nodeTitle="Fewer empty appointment slots"
    />,
    { api: { checkIn: send } },
  );
}

describe('a check-in', () => {
  const user = userEvent.setup();
  const dialog = () => within(screen.getByRole('dialog'));
  const value = () => dialog().getByLabelText(/^Value/);
  const openDialog = async () =>
    user.click(
      await screen.findByRole('button', {
        name: 'Check in: Missed appointments',
      }),
    );

  it('is there for those who may', async () => {
    open(jest.fn(), { may: ['edit'] });
    await waitFor(() =>
      expect(screen.getByTestId('piece')).toBeEmptyDOMElement(),
    );
  });

  it('takes a value and no more, in two clicks', async () => {
    const send = jest.fn(async (_: string, request: CheckInRequest) =>
      answer(request),
    );
    open(send);
    await openDialog();
    expect(value()).toHaveFocus();
    expect(
      dialog().getByText('Last reading: 12.6 % on Nov 9, 2026'),
    ).toBeVisible();
    await user.keyboard('12,1');
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved: 12.1 % on /)).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith('M-03', { date: today(), value: 12.1 });
  });

  it('says what is wrong before it is sent', async () => {
    const send = jest.fn();
    open(send);
    await openDialog();
    const save = dialog().getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await user.type(value(), 'many');
    expect(
      dialog().getByText('A number is needed, such as 12.6.'),
    ).toBeVisible();
    await user.clear(value());
    await user.type(value(), '12');
    expect(save).toBeEnabled();
    const date = dialog().getByLabelText(/It was so on/);
    await user.clear(date);
    await user.type(date, today(1));
    expect(dialog().getByText('The day has not come yet.')).toBeVisible();
    await user.clear(date);
    await user.type(date, '2026-03-25');
    expect(dialog().getByText(/^It was first measured on/)).toBeVisible();
    await user.keyboard('{Enter}');
    expect(send).not.toHaveBeenCalled();
  });

  it('keeps what was typed when it fails, and can be sent again', async () => {
    const send = jest
      .fn()
      .mockRejectedValueOnce(new Error('The network is gone'))
      .mockImplementation(async (_: string, request: CheckInRequest) =>
        answer(request),
      );
    open(send);
    await openDialog();
    await user.type(value(), '12');
    await user.selectOptions(
      dialog().getByLabelText('How sure is it?'),
      'fairly sure',
    );
    await user.type(dialog().getByLabelText('Note'), 'Two clinics are missing');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(await dialog().findByText('The network is gone')).toBeVisible();
    expect(value()).toHaveValue('12');
    expect(dialog().getByLabelText('Note')).toHaveValue(
      'Two clinics are missing',
    );
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved/)).toBeVisible();
    expect(send.mock.calls[1]).toEqual(send.mock.calls[0]);
    expect(send.mock.calls[1][1]).toMatchObject({
      confidence: 'medium',
      note: 'Two clinics are missing',
    });
  });

  it('shows the reading that is there, and replaces it when told to', async () => {
    const there: CheckIn = checkIn({ note: 'Of all clinics' });
    const send = jest.fn(async (_: string, request: CheckInRequest) => {
      if (request.supersedes !== there.id) {
        throw conflict(there);
      }
      return answer(request);
    });
    open(send);
    await openDialog();
    await user.type(value(), '12.2');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    const alert = within(await dialog().findByRole('alert'));
    expect(
      alert.getByText('There is a reading of Nov 9, 2026 already: 12.6 %.'),
    ).toBeVisible();
    expect(
      alert.getByText('Yusuf Demir told it on Nov 9, 2026.'),
    ).toBeVisible();
    expect(alert.getByText('Note: Of all clinics')).toBeVisible();
    expect(value()).toHaveValue('12.2');
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
    await user.click(alert.getByRole('button', { name: 'Replace it by mine' }));
    expect(await screen.findByText(/^Saved: 12.2 %/)).toBeVisible();
    expect(send).toHaveBeenLastCalledWith('M-03', {
      date: today(),
      value: 12.2,
      supersedes: 'C-1',
    });
  });

  it('forgets the reading that is there once another day is meant', async () => {
    open(jest.fn().mockRejectedValue(conflict(checkIn())));
    await openDialog();
    await user.type(value(), '12.2');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(await dialog().findByRole('alert')).toBeVisible();
    const date = dialog().getByLabelText(/It was so on/);
    await user.clear(date);
    await user.type(date, today(-1));
    expect(dialog().queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells in words why it is refused where no reading is in the way', async () => {
    open(jest.fn().mockRejectedValue(conflict({ id: 'a waiver' })));
    await openDialog();
    await user.type(value(), '12.2');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(
      await dialog().findByText('Another value is known for that day.'),
    ).toBeVisible();
  });

  it('says what numbers on a scale mean', async () => {
    open(jest.fn(), { may: ['check-in'], scale: ['not at all', 'always'] });
    await openDialog();
    expect(dialog().getByText('always')).toBeVisible();
  });
});
