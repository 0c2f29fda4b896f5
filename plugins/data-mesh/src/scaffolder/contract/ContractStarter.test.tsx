import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContractSourceReading } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { newPortId } from '../outputs/PortInForm';
import {
  fill,
  pageWith,
  readTemplate,
  renderForm,
} from '../../testing/scaffolderForm';

const reading: ContractSourceReading = {
  objects: [
    {
      name: 'orders',
      physicalType: 'table',
      fields: [
        { name: 'order_id', type: 'integer', primaryKey: true, required: true },
        { name: 'ordered_at', type: 'timestamp' },
        {
          name: 'clinic',
          type: 'object',
          fields: [{ name: 'city', type: 'string' }],
        },
      ],
    },
  ],
  notRead: [{ message: 'A trigger was left out.', line: 7 }],
};

/** A form with one output port, and a backend that answers as told. */
async function open(answer: () => Response) {
  const asked: unknown[] = [];
  const user = userEvent.setup();
  const form = await renderForm(
    pageWith(readTemplate('new-data-product'), 'outputPorts'),
    {
      answers: { outputPorts: [{ id: newPortId(), name: 'orders' }] },
      fetch: async (_url, init) => {
        asked.push(JSON.parse(String(init?.body)));
        return answer();
      },
    },
  );
  await user.click(
    await screen.findByRole('button', { name: 'Start a contract' }),
  );
  await screen.findByLabelText('Paste it here');
  return { ...form, user, asked };
}

const answering =
  (change: Partial<ContractSourceReading> = {}) =>
  () =>
    Response.json({ ...reading, ...change });

const created = (onCreate: jest.Mock) => onCreate.mock.calls[0][0].outputPorts;

describe('the contract of an output port', () => {
  it('is read from a pasted text, put right, and described by keyboard', async () => {
    const { user, asked, onCreate, container } = await open(answering());
    fill('Paste it here', 'CREATE TABLE orders (...)');
    await user.click(screen.getByRole('button', { name: 'Read it' }));

    expect(await screen.findByText(/3 fields read: orders/)).toBeVisible();
    expect(screen.getByText('Line 7: A trigger was left out.')).toBeVisible();
    expect(asked).toEqual([
      { format: 'sql', text: 'CREATE TABLE orders (...)' },
    ]);

    const table = screen.getByRole('table', { name: 'Fields of orders' });
    expect(within(table).getAllByRole('row')).toHaveLength(5);
    expect(screen.getByLabelText('order_id is part of the key')).toBeChecked();
    expect(screen.getByLabelText('Type of ordered_at')).toHaveValue(
      'timestamp',
    );
    expect(await accessibilityProblems(container)).toEqual([]);

    await user.click(screen.getByLabelText('What order_id means'));
    await user.keyboard('Number of the order{Enter}When it was made{Enter}');
    expect(screen.getByLabelText('What clinic means')).toHaveFocus();
    await user.click(screen.getByLabelText('ordered_at is required'));
    await user.selectOptions(
      screen.getByLabelText('Type of ordered_at'),
      'date',
    );
    await user.click(screen.getByRole('button', { name: 'Leave out city' }));
    expect(screen.getByText('2 of 3 fields described')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    expect(created(onCreate)).toMatchObject([
      {
        contract: {
          objects: [
            {
              fields: [
                { name: 'order_id', description: 'Number of the order' },
                {
                  name: 'ordered_at',
                  type: 'date',
                  required: true,
                  description: 'When it was made',
                },
                { name: 'clinic', fields: [] },
              ],
            },
          ],
        },
      },
    ]);
    expect(JSON.stringify(created(onCreate))).not.toContain('CREATE TABLE');
  });

  it('keeps descriptions when it is read again', async () => {
    const { user } = await open(answering());
    fill('Paste it here', 'CREATE TABLE orders (...)');
    const readIt = screen.getByRole('button', { name: 'Read it' });
    await user.click(readIt);
    await user.type(
      await screen.findByLabelText('What order_id means'),
      'Number of the order',
    );
    await user.click(readIt);
    expect(await screen.findByLabelText('What order_id means')).toHaveValue(
      'Number of the order',
    );
  });

  it('says so when nothing could be read, and keeps the text', async () => {
    const { user } = await open(
      answering({ objects: [], notRead: [{ message: 'This is no SQL.' }] }),
    );
    fill('Paste it here', 'hello');
    await user.click(screen.getByRole('button', { name: 'Read it' }));
    expect(await screen.findByText(/No fields could be read/)).toBeVisible();
    expect(screen.getByText('This is no SQL.')).toBeVisible();
    expect(screen.getByLabelText('Paste it here')).toHaveValue('hello');
  });

  it('says why when the backend does not read it', async () => {
    const { user } = await open(() =>
      Response.json(
        { error: { name: 'InputError', message: 'The text is too long' } },
        { status: 400 },
      ),
    );
    fill('Paste it here', 'x');
    await user.click(screen.getByRole('button', { name: 'Read it' }));
    expect(await screen.findByText(/The text is too long/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it.each([
    ['CSV with a header', 'csv'],
    ['JSON sample', 'json'],
    ['dbt model (YAML)', 'dbt'],
  ])('starts from %s, too', async (label, format) => {
    const { user, asked } = await open(answering());
    await user.click(screen.getByLabelText(label));
    fill('Paste it here', 'x');
    await user.click(screen.getByRole('button', { name: 'Read it' }));
    await screen.findByText(/3 fields read/);
    expect(asked).toEqual([{ format, text: 'x' }]);
  });

  it('goes by a dialect that was chosen', async () => {
    const { user, asked } = await open(answering());
    await user.selectOptions(screen.getByLabelText('Dialect'), 'Snowflake');
    fill('Paste it here', 'x');
    await user.click(screen.getByRole('button', { name: 'Read it' }));
    await screen.findByText(/3 fields read/);
    expect(asked).toEqual([{ format: 'sql', text: 'x', dialect: 'Snowflake' }]);
  });
});
