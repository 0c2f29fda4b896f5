import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dataProductDraftSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonValue } from '@backstage/types';
import { accessibilityProblems } from '../testing/accessibility';
import { fields } from './fields';
import {
  choose,
  fill,
  pagesOf,
  pageWith,
  readTemplate,
  renderForm,
  sixAnswers,
} from '../testing/scaffolderForm';

const newProduct = readTemplate('new-data-product');
const changeProduct = readTemplate('change-data-product');
const stock = ['RepoUrlPicker'];

const button = (name: string) => screen.getByRole('button', { name });

/** The names of fields anywhere in the pages of a template. */
function fieldNamesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'ui:field' ? [String(inner)] : fieldNamesIn(inner),
  );
}

function questionsOf(template: typeof newProduct) {
  return Object.assign(
    {},
    ...template.spec.parameters.map(({ properties }) => properties),
  );
}

describe('the templates', () => {
  it('name the fields that there are, and all of ours', () => {
    const names = [newProduct, changeProduct].flatMap(({ spec }) =>
      fieldNamesIn(spec.parameters),
    );
    expect([...new Set(names)].sort()).toEqual(
      [...Object.keys(fields), ...stock].sort(),
    );
  });

  it.each([
    ['new', newProduct, ['publishTo', 'review'], ['lifecycle']],
    ['change', changeProduct, ['product', 'answersOf', 'review'], ['name']],
  ])('ask what a draft holds: %s', (_name, template, others, not) => {
    const draft = Object.keys(dataProductDraftSchema.shape);
    expect(Object.keys(questionsOf(template)).sort()).toEqual(
      [...draft, ...others].filter(key => !not.includes(key)).sort(),
    );
  });

  it('ask the same in the same words', () => {
    const { review: _r, lifecycle: _l, ...change } = questionsOf(changeProduct);
    const { product: _p, answersOf: _a, ...same } = change;
    expect(questionsOf(newProduct)).toMatchObject(same);
  });
});

describe('a new data product', () => {
  it('needs six answers, lets the rest wait, and shows what is made', async () => {
    const user = userEvent.setup();
    const { onCreate, container } = await renderForm(pagesOf(newProduct));

    await screen.findByLabelText(/Who will use it/);
    fill(/Who will use it/, sixAnswers.usage);
    fill(/In one sentence/, sixAnswers.purpose);
    fill(/^Name/, 'Reagent demand');
    expect(screen.getByLabelText(/^Name/)).toHaveValue('reagent-demand');
    expect(await screen.findByText('reagent-demand is free.')).toBeVisible();
    await choose(/^Domain/, 'Supply chain');
    await choose(/Owner team/, 'Logistics data');
    await choose(/^Product owner/, 'Oskar Nyberg');
    expect(await accessibilityProblems(container)).toEqual([]);

    await user.click(button('Next'));
    await screen.findByText('Where does its data come from?');
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(button('Next'));
    await screen.findByText('What may people rely on?');
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(button('Next'));
    await screen.findByText('What will be made');
    expect(await screen.findByText('catalog-info.yaml')).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'catalog-info.yaml' }),
    ).toHaveTextContent('name: reagent-demand');
    expect(screen.getByText('README.md')).toBeVisible();
    expect(screen.getByText(/Left for later/)).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);

    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    await waitFor(() => expect(onCreate).toHaveBeenCalledTimes(1));
    expect(onCreate.mock.calls[0][0]).toMatchObject({
      ...sixAnswers,
      publishTo: 'local',
    });
  });

  it('asks for a repository where code lives elsewhere', async () => {
    const pages = pagesOf(newProduct);
    const [page] = pages.steps.slice(-1);
    const publishTo = {
      ...(page.schema.properties as any).publishTo,
      enum: ['github'],
      'ui:enumNames': ['GitHub'],
      default: 'github',
    };
    const properties = { ...(page.schema.properties as any), publishTo };
    await renderForm(
      {
        ...pages,
        steps: [{ ...page, schema: { ...page.schema, properties } }],
      },
      { answers: sixAnswers },
    );
    expect(await screen.findByLabelText('Repository')).toBeVisible();
  });

  const port = (name: string) => ({ name });
  it.each<
    [
      what: string,
      keys: string[],
      answers: Record<string, JsonValue>,
      words: RegExp,
    ]
  >([
    ['a blank use', ['usage'], { usage: '  ' }, /Say who will use it/],
    [
      'a purpose that is too long',
      ['purpose'],
      { purpose: 'x'.repeat(401) },
      /400/,
    ],
    ['a name that is none', ['name'], { name: 'a--b' }, /small letters/],
    [
      'a taken name',
      ['name'],
      { name: 'shipments' },
      /called shipments already/,
    ],
    ['an owner that is no team', ['owner'], { owner: 'a:b:c' }, /Choose/],
    [
      'an input port from nowhere',
      ['inputPorts'],
      { inputPorts: [{ name: 'a', externalSource: ' ' }] },
      /where the data comes from/,
    ],
    [
      'inputs that are there and not',
      ['inputPorts', 'inputs'],
      { inputPorts: [{ name: 'a', externalSource: 'x' }], inputs: 'none' },
      /Remove one of the two/,
    ],
    [
      'an output port twice',
      ['outputPorts'],
      { outputPorts: [port('orders'), port('orders')] },
      /already/,
    ],
    [
      'a contract with a field twice',
      ['outputPorts'],
      {
        outputPorts: [
          {
            name: 'orders',
            contract: {
              objects: [
                {
                  name: 'orders',
                  fields: [
                    { name: 'id', type: 'string' },
                    { name: 'id', type: 'string' },
                  ],
                },
              ],
            },
          },
        ],
      },
      /already/,
    ],
    [
      'a promise below zero',
      ['promises'],
      { promises: { availability: -1 } },
      /above 0/,
    ],
    [
      'a way in that is no address',
      ['access'],
      { access: { url: 'ask me' } },
      /http/,
    ],
    [
      'a channel that is no address',
      ['support'],
      { support: [{ channel: '#x', url: 'ask me' }] },
      /http/,
    ],
    [
      'sensitive data without privacy',
      ['classification', 'privacy'],
      { classification: 'sensitive' },
      /how long the data is kept/,
    ],
    [
      'personal data without privacy',
      ['containsPii', 'privacy'],
      { containsPii: true },
      /what allows the use/,
    ],
  ])('is stopped by %s', async (_what, keys, answers, words) => {
    const user = userEvent.setup();
    await renderForm(pageWith(newProduct, ...keys), { answers });
    await user.click(await screen.findByRole('button', { name: 'Review' }));
    expect((await screen.findAllByText(words))[0]).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('shows what is wrong before anything is made', async () => {
    const user = userEvent.setup();
    await renderForm(pageWith(newProduct, 'review'), {
      answers: { ...sixAnswers, access: { url: 'not an address' } },
    });
    expect(
      await screen.findByText(/One thing is to be put right/),
    ).toBeVisible();
    await user.click(button('Review'));
    await waitFor(() => expect(button('Review')).toBeEnabled());
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('loses nothing on the way back', async () => {
    const user = userEvent.setup();
    await renderForm(pagesOf(newProduct), { answers: sixAnswers });
    await screen.findByLabelText(/Who will use it/);
    await user.click(button('Next'));
    await user.click(
      await screen.findByRole('button', { name: 'Add an output port' }),
    );
    fill(/^Address/, 'SUPPLY.DEMAND');
    await user.click(button('Start a contract'));
    await screen.findByLabelText('Paste it here');
    fill('Paste it here', 'CREATE TABLE demand (id INT)');
    await user.click(button('Name a source outside the catalog'));
    fill(/^Source/, 'Planning tool');
    await user.click(button('Back'));
    expect(await screen.findByLabelText(/^Name/)).toHaveValue('reagent-demand');
    await user.click(button('Next'));
    expect(await screen.findByLabelText(/^Address/)).toHaveValue(
      'SUPPLY.DEMAND',
    );
    expect(screen.getByLabelText(/^Source/)).toHaveValue('Planning tool');
    expect(await screen.findByLabelText('Paste it here')).toHaveValue(
      'CREATE TABLE demand (id INT)',
    );
  });
});
