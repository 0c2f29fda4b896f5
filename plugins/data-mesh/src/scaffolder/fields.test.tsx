import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { JsonValue } from '@backstage/types';
import { link, list, product } from '../testing/products';
import { accessibilityProblems } from '../testing/accessibility';
import { asName } from './name/asName';
import {
  choose,
  fill,
  pageWith,
  readTemplate,
  renderForm,
  sixAnswers,
  world,
} from '../testing/scaffolderForm';

const template = readTemplate('new-data-product');

async function open(
  keys: string[],
  options: Parameters<typeof renderForm>[1] = {},
) {
  const user = userEvent.setup();
  const form = await renderForm(pageWith(template, ...keys), options);
  const create = async (): Promise<Record<string, JsonValue>> => {
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    return form.onCreate.mock.calls[0][0];
  };
  return { ...form, user, create };
}

describe('DataProductPurpose', () => {
  const similar = {
    getSimilarProducts: jest.fn(async () => ({
      items: [
        {
          ref: 'dataproduct:default/demand-forecast',
          title: 'Demand forecast',
          purpose: 'Forecast demand.',
          domain: link('domain:default/supply-chain', 'Supply chain'),
          shared: ['demand'],
        },
      ],
    })),
  };

  it('shows what is like it, without leaving the form', async () => {
    const { container } = await open(['purpose'], {
      api: similar,
      answers: { purpose: sixAnswers.purpose, name: 'reagent-demand' },
    });
    const found = await screen.findByRole('link', { name: /Demand forecast/ });
    expect(found).toHaveAttribute('target', '_blank');
    expect(found.closest('li')).toHaveTextContent(
      '(Supply chain)Forecast demand.',
    );
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('leaves out the product that is being changed', async () => {
    const itself = 'dataproduct:default/reagent-demand';
    await open(['purpose'], {
      api: similar,
      answers: { purpose: sixAnswers.purpose, answersOf: itself },
    });
    await waitFor(() =>
      expect(similar.getSimilarProducts).toHaveBeenLastCalledWith(
        { purpose: sixAnswers.purpose, except: itself },
        expect.anything(),
      ),
    );
  });

  it('counts, and keeps what is too long', async () => {
    await open(['purpose']);
    await screen.findByText('0 of 400');
    fill(/In one sentence/, 'x'.repeat(402));
    expect(await screen.findByText('2 characters too many')).toBeVisible();
    expect(screen.getByLabelText(/In one sentence/)).toHaveValue(
      'x'.repeat(402),
    );
  });

  it('is quiet where the backend does not answer', async () => {
    await open(['purpose'], {
      api: {
        getSimilarProducts: async () => {
          throw new Error('no');
        },
      },
      answers: { purpose: sixAnswers.purpose },
    });
    expect(await screen.findByText(/of 400/)).toBeVisible();
    expect(screen.queryByText(/like it/)).toBeNull();
  });
});

describe('DataProductName', () => {
  it.each([
    ['Reagent demand', 'reagent-demand'],
    ['  Über_Größe 2', 'uber-große-2'],
    ['a--b', 'a--b'],
    ['', ''],
  ])('writes %j as a name', (typed, name) => {
    expect(asName(typed)).toBe(name);
  });

  it('says who has a name already', async () => {
    const { container } = await open(['name'], {
      answers: { name: 'shipments' },
    });
    const taken = await screen.findByRole('link', { name: /Shipments/ });
    expect(taken).toHaveAttribute('target', '_blank');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('does not stop a person when the catalog does not answer', async () => {
    const catalog = catalogApiMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('busy');
      },
    });
    const { create } = await open(['name'], {
      catalog,
      answers: { name: 'reagent-demand' },
    });
    expect(await screen.findByText(/could not be found out/)).toBeVisible();
    expect(await create()).toEqual({ name: 'reagent-demand' });
  });

  it('takes the hyphen at the end away', async () => {
    const { user, create } = await open(['name']);
    await user.type(await screen.findByLabelText(/^Name/), 'Orders ');
    await user.tab();
    expect(await create()).toEqual({ name: 'orders' });
  });
});

describe('DataProductOwner', () => {
  it.each([
    ['the owner of the domain', 'supply-chain-unit', false],
    ['a team below it', 'logistics-data', false],
    ['another team', 'field-analytics', true],
  ])('warns of an owner outside the domain: %s', async (_who, name, warns) => {
    const catalog = catalogApiMock({ entities: world });
    const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
    const { create } = await open(['owner'], {
      catalog,
      answers: {
        owner: `group:default/${name}`,
        domain: 'domain:default/supply-chain',
      },
    });
    await waitFor(() => expect(asked).toHaveBeenCalled());
    await waitFor(() =>
      expect(
        screen.queryAllByText(/is not a team of Supply chain/),
      ).toHaveLength(warns ? 1 : 0),
    );
    // A warning, and no refusal
    expect(await create()).toMatchObject({ owner: `group:default/${name}` });
  });

  it('is found by typing, with one request for each rest', async () => {
    const catalog = catalogApiMock({ entities: world });
    const asked = jest.spyOn(catalog, 'queryEntities');
    const { user, create } = await open(['owner'], { catalog });
    await user.type(await screen.findByLabelText(/Owner team/), 'logis');
    await screen.findByText('Logistics data');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
    expect(await create()).toEqual({ owner: 'group:default/logistics-data' });
  });
});

describe('DataProductInputPorts', () => {
  const api = {
    getProducts: jest.fn(async () => list([product()])),
  };

  it('takes ports of products, with their contracts', async () => {
    const { user, create, container } = await open(['inputPorts', 'inputs'], {
      api,
    });
    await user.type(
      await screen.findByLabelText('Find a data product to use'),
      'temperature',
    );
    await user.click(await screen.findByText('Shipments (Supply chain)'));
    const use = await screen.findByRole('button', {
      name: /^Use shipments-sql/,
    });
    expect(screen.queryByText(/shipments-old/)).toBeNull();
    await user.click(use);
    expect(use).toBeDisabled();
    expect(await accessibilityProblems(container)).toEqual([]);
    expect(screen.getByLabelText(/It has no inputs/)).toBeDisabled();
    expect(await create()).toMatchObject({
      inputPorts: [
        {
          name: 'shipments-sql',
          source: 'dataproduct:default/shipments',
          sourcePort: 'shipments-sql',
          contract: 'api:default/shipments-v2',
          version: '2.0.0',
        },
      ],
    });
  });

  it('takes sources outside the catalog, and lets them go again', async () => {
    const { user, create } = await open(['inputPorts', 'inputs'], { api });
    const add = await screen.findByRole('button', {
      name: 'Name a source outside the catalog',
    });
    await user.click(add);
    await user.click(add);
    await user.click(
      screen.getByRole('button', { name: 'Remove the input source-2' }),
    );
    fill(/^Source/, 'Planning tool');
    expect(await create()).toMatchObject({
      inputPorts: [{ name: 'source', externalSource: 'Planning tool' }],
    });
  });

  it('takes that there are none', async () => {
    const { user, create } = await open(['inputPorts', 'inputs'], { api });
    await user.click(await screen.findByLabelText(/It has no inputs/));
    expect(screen.getByText('You said that it has no inputs.')).toBeVisible();
    expect(await create()).toMatchObject({ inputs: 'none' });
  });
});

describe('DataProductPromises', () => {
  it('takes numbers with units, and sentences', async () => {
    const { user, create, container } = await open(['promises']);
    await screen.findByLabelText('Freshness');
    fill('Freshness', '24');
    fill('Availability in percent', '99.5');
    await user.selectOptions(
      screen.getByLabelText('Unit of Kept for'),
      'months',
    );
    fill('Kept for', '18');
    fill('Quality', 'Every order has a clinic.\n\n No two are the same. ');
    expect(await accessibilityProblems(container)).toEqual([]);
    expect(await create()).toEqual({
      promises: {
        freshness: { value: 24, unit: 'h' },
        availability: 99.5,
        retention: { value: 18, unit: 'm' },
        quality: ['Every order has a clinic.', 'No two are the same.'],
      },
    });
  });
});

describe('DataProductPrivacy', () => {
  it('says why it is asked for, and goes on once it is answered', async () => {
    const { create, container } = await open(['classification', 'privacy'], {
      answers: { classification: 'sensitive' },
    });
    expect(
      await screen.findByText(/the first two have to be answered/),
    ).toBeVisible();
    fill('How long is it kept?', '10 years');
    fill('Why may it be held?', 'Contract');
    expect(await accessibilityProblems(container)).toEqual([]);
    expect(await create()).toMatchObject({
      privacy: { retention: '10 years', legalBasis: 'Contract' },
    });
  });

  it('may wait for other data', async () => {
    const { create } = await open(['classification', 'privacy'], {
      answers: { classification: 'internal' },
    });
    await screen.findByLabelText('How long is it kept?');
    expect(screen.queryByText(/have to be answered/)).toBeNull();
    expect(await create()).toMatchObject({ classification: 'internal' });
  });
});

describe('DataProductAccess and DataProductSupport', () => {
  it('take how to get in, who decides, and where to ask', async () => {
    const { user, create, container } = await open(['access', 'support']);
    await user.selectOptions(
      await screen.findByLabelText('Who gets in'),
      'closed',
    );
    fill('How to ask for access', 'Ask in the channel.');
    await choose('Who decides', 'Oskar Nyberg');
    const add = screen.getByRole('button', { name: 'Add a channel' });
    await user.click(add);
    fill(/^Channel/, '#supply');
    await user.click(add);
    await user.click(
      screen.getByRole('button', { name: 'Remove the channel' }),
    );
    expect(await accessibilityProblems(container)).toEqual([]);
    expect(await create()).toEqual({
      access: {
        default: 'closed',
        howTo: 'Ask in the channel.',
        approver: 'user:default/oskar.nyberg',
      },
      support: [{ channel: '#supply' }],
    });
  });

  it('say at an answer what is wrong with it, once', async () => {
    const { user } = await open(['access'], {
      answers: { access: { url: 'x' } },
    });
    await user.click(await screen.findByRole('button', { name: 'Review' }));
    // In the list at the top, and at the field
    expect(await screen.findAllByText(/http/)).toHaveLength(2);
  });
});
