import { ComponentProps } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../testing/accessibility';
import { renderWith } from '../testing/renderWith';
import { DialogDone } from './DialogDone';
import { FormDialog } from './FormDialog';
import { ReadDialog } from './ReadDialog';

function open(props: Partial<ComponentProps<typeof FormDialog>> = {}) {
  const onSave = jest.fn();
  const onClose = jest.fn();
  renderWith(
    <FormDialog
      title="Your answer"
      about={['About Shipments']}
      canSave
      isSending={false}
      onSave={onSave}
      onClose={onClose}
      {...props}
    >
      <input aria-label="Note" />
    </FormDialog>,
  );
  return { onSave, onClose };
}

const button = (name: string) => screen.getByRole('button', { name });
/** Where a click beside the dialog lands. */
const beside = () => screen.getByRole('dialog').parentElement!;

describe('a form in a dialog', () => {
  it('is named, and saved by Enter or its button', async () => {
    const { onSave } = open();
    expect(screen.getByRole('dialog', { name: 'Your answer' })).toBeVisible();
    expect(screen.getByText('About Shipments')).toBeVisible();
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.type(screen.getByLabelText('Note'), 'so{Enter}');
    expect(onSave).toHaveBeenCalledTimes(1);
    await userEvent.click(button('Save'));
    expect(onSave).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['what is not complete', { canSave: false }, 'Save'],
    ['what is on its way', { isSending: true }, 'Saving'],
  ])('does not save %s', async (_, props, words) => {
    const { onSave } = open(props);
    expect(button(words)).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Note'), 'so{Enter}');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('is left by Escape or Cancel, but not by a click beside it', async () => {
    const { onClose } = open();
    await userEvent.click(beside());
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
    await userEvent.click(button('Cancel'));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('says why it could not be saved, in the words of the backend', () => {
    open({
      error: new Error('Request failed with 409', {
        cause: new Error('It is asked for already.'),
      }),
    });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'It is asked for already.',
    );
    expect(button('Save')).toBeEnabled();
  });

  it('gives way to what came of it', async () => {
    const onClose = jest.fn();
    open({
      onClose,
      done: <DialogDone onClose={onClose}>It is saved.</DialogDone>,
    });
    expect(screen.getByRole('status')).toHaveTextContent('It is saved.');
    expect(screen.queryByLabelText('Note')).not.toBeInTheDocument();
    expect(button('Close')).toHaveFocus();
    await userEvent.click(beside());
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('a dialog to read', () => {
  it('is named and can be closed', async () => {
    const onClose = jest.fn();
    renderWith(
      <ReadDialog title="How to get access" onClose={onClose}>
        Ask at the desk.
      </ReadDialog>,
    );
    const dialog = screen.getByRole('dialog', { name: 'How to get access' });
    expect(dialog).toHaveTextContent('Ask at the desk.');
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await userEvent.click(button('Close'));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
