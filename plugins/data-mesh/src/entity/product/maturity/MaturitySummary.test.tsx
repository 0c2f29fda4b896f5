import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  EntityResults,
  ResultChange,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../../testing/accessibility';
import { noShowTree, valueTree } from '../../../testing/goals';
import { failingWith, productEntity } from '../../../testing/productPage';
import { link } from '../../../testing/products';
import { renderWith } from '../../../testing/renderWith';
import {
  daysAgo,
  notEvaluated,
  results,
  ruleSets,
} from '../../../testing/results';
import { MaturitySummary } from './MaturitySummary';

const owner = {
  userEntityRef: 'user:default/oskar.nyberg',
  ownershipEntityRefs: ['group:default/logistics-data'],
};

const levelChange = (
  before: string | null,
  after: string,
  days: number,
  cause: ResultChange['cause'] = { kind: 'time' },
): ResultChange => ({
  id: `${days}`,
  at: daysAgo(days),
  entity: link('dataproduct:default/shipments', 'Shipments'),
  ruleSet: 'data-product-maturity',
  before,
  after,
  cause,
});

function open(
  known: EntityResults,
  options: {
    changes?: ResultChange[];
    entity?: ReturnType<typeof productEntity>;
    user?: typeof owner;
    api?: Partial<DataMeshApi>;
  } = {},
) {
  const { changes = [], entity = productEntity(), user, api } = options;
  return renderWith(<MaturitySummary />, {
    entity,
    user,
    api: {
      getResults: async () => known,
      getRuleSets: async () => ruleSets(),
      getResultChanges: async () => ({ items: changes }),
      ...api,
    },
  });
}

const piece = () => screen.getByTestId('piece');

describe('the Maturity card', () => {
  it('says what is next, for how long, and on demand why and how', async () => {
    open(
      results({
        promises: 'unknown',
        notice: 'fail',
        review: { status: 'unknown' },
        'stale-review': { status: 'fail', severity: 'medium' },
      }),
      { changes: [levelChange('3', '2', 15), levelChange(null, '3', 200)] },
    );
    expect(await screen.findByText('Usable')).toBeVisible();
    expect(
      screen.getByText('1 thing to do to reach Trusted, its target.'),
    ).toBeVisible();
    const items = within(screen.getAllByRole('list')[0])
      .getAllByRole('listitem')
      .filter(item => item.parentElement?.tagName === 'OL');
    expect(items).toHaveLength(3);
    expect(items[0]).toHaveTextContent('It has promises');
    expect(items[0]).toHaveTextContent('Trusted, must');
    expect(items[0]).toHaveTextContent('for 15 days');
    expect(items[1]).toHaveTextContent('It has notice');
    expect(items[2]).toHaveTextContent('It has review');
    expect(items[2]).toHaveTextContent('This quarter');

    expect(screen.queryByText('Why promises.')).not.toBeInTheDocument();
    await userEvent.click(
      within(items[0]).getByRole('button', { name: 'Why and how' }),
    );
    expect(screen.getByText('Why promises.')).toBeVisible();
    expect(screen.getByText('How promises.')).toBeVisible();
    expect(screen.getByText('Found promises.')).toBeVisible();

    expect(
      await screen.findByText(/15 days ago: Trusted to Usable\. Because time/),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /Levels over time: Trusted from/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All rules, history and more' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/shipments/maturity',
    );
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('names the goal that suffers while something is required', async () => {
    const getValueTree = jest.fn(async () => valueTree(noShowTree()));
    open(results({ promises: 'fail' }), { api: { getValueTree } });
    expect(await screen.findByText('Endangers:')).toBeVisible();
    expect(screen.getByText('Endangers:').parentElement).toHaveTextContent(
      'Endangers: Fewer empty appointment slots (Behind)',
    );
    expect(getValueTree).toHaveBeenCalledTimes(1);
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it('says at the target that nothing is required, and what could be next', async () => {
    const getValueTree = jest.fn(async () => valueTree(noShowTree()));
    open(results({ review: 'fail' }, { level: 3 }), { api: { getValueTree } });
    expect(await screen.findByText('Trusted')).toBeVisible();
    expect(getValueTree).not.toHaveBeenCalled();
    expect(
      screen.getByText('Meets its target (Trusted). Nothing is required.'),
    ).toBeVisible();
    expect(screen.getByText('Could be next')).toBeVisible();
    expect(screen.getByText('It has review')).toBeVisible();
  });

  it('tells at the target what is to be sorted out now', async () => {
    open(
      results(
        { flood: { status: 'fail', severity: 'high' }, review: 'fail' },
        { level: 3 },
      ),
    );
    expect(
      await screen.findByText('To sort out now all the same:'),
    ).toBeVisible();
    expect(screen.getByText('It has flood')).toBeVisible();
  });

  it('has nothing more to say when all is done', async () => {
    open(results({}, { level: 4, target: null }));
    expect(await screen.findByText('Valued')).toBeVisible();
    expect(screen.getByText('Nothing is asked of it.')).toBeVisible();
    expect(screen.getByText('Nothing else is open.')).toBeVisible();
  });

  it('tells what is not known and what is set aside apart', async () => {
    open(
      results(
        {
          owner: 'fail',
          support: 'fail',
          contract: 'fail',
          promises: 'unknown',
          notice: { status: 'waived', waivedUntil: '2026-12-12' },
        },
        { level: 0 },
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: '1 thing is not known yet' }),
    );
    expect(
      screen.getByText(
        'What would make it known: an answer to “Were the promises kept?”',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '1 exception' }));
    expect(screen.getByText('It has notice, until Dec 12, 2026')).toBeVisible();
  });

  it('has no list of its own for the catalog file', async () => {
    const entity = productEntity({ version: 'two' });
    open(results({ support: 'fail' }, { level: 1 }), { entity, user: owner });
    // W6 is told with the rule about the same field, W5 has none.
    expect(await screen.findByText('It has support')).toBeVisible();
    expect(await screen.findByText(/The version "two"/)).toBeVisible();
    const folds = screen.getAllByRole('button', { name: 'Why and how' });
    await userEvent.click(folds[0]);
    expect(screen.getByText(/Nobody can tell where to ask/)).toBeVisible();
    expect(piece()).toHaveTextContent('channel: "#shipments"');
  });

  it('says nothing of the catalog file to those who cannot change it', async () => {
    open(results({}, { level: 4 }), {
      entity: productEntity({ version: 'two' }),
    });
    expect(await screen.findByText('Valued')).toBeVisible();
    expect(screen.queryByText(/The version "two"/)).not.toBeInTheDocument();
  });

  it('lets those who may answer in place, and shows what comes of it', async () => {
    const answer = jest.fn(async () => ({
      results: results({}, { level: 3 }),
    }));
    open(results({ promises: 'unknown' }, {}, { answer: ['promises'] }), {
      api: { answer },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'I can show it: It has promises',
      }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Your answer' });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Yes' }));
    await userEvent.type(within(dialog).getByLabelText('Link'), 'example.com');
    expect(save).toBeDisabled();
    await userEvent.clear(within(dialog).getByLabelText('Link'));
    await userEvent.type(
      within(dialog).getByLabelText('Link'),
      'https://example.com/run',
    );
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await userEvent.click(save);
    expect(
      await screen.findByText(
        'Your answer is saved. Level: Usable, now Trusted.',
      ),
    ).toBeVisible();
    expect(answer).toHaveBeenCalledWith({
      entityRef: 'dataproduct:default/shipments',
      key: 'promises.kept',
      value: true,
      observedAt: daysAgo(0).slice(0, 10),
      link: 'https://example.com/run',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(await screen.findByText('Trusted')).toBeVisible();
  });

  it('keeps what was typed when an answer is not taken', async () => {
    open(results({ promises: 'unknown' }, {}, { answer: ['promises'] }), {
      api: {
        answer: async () => {
          throw new Error('The key is not known.');
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /I can show it/ }),
    );
    await userEvent.click(await screen.findByRole('radio', { name: 'No' }));
    await userEvent.type(screen.getByLabelText('Note'), 'It was late.');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The key is not known.',
    );
    expect(screen.getByLabelText('Note')).toHaveValue('It was late.');
  });

  it('is calm about a product that was just looked at for the first time', async () => {
    open(results({ owner: { since: null } }, { level: 0 }), {
      changes: [levelChange(null, '0', 0, { kind: 'baseline' })],
    });
    expect(await screen.findByText('This is where you start.')).toBeVisible();
    expect(screen.getByText('since before it was measured')).toBeVisible();
  });

  it('says so while a product is not evaluated', async () => {
    open(notEvaluated('dataproduct:default/shipments'));
    expect(await screen.findByText(/Not evaluated yet/)).toBeVisible();
  });

  it('is not there without a backend', async () => {
    renderWith(
      <>
        <MaturitySummary />
        end
      </>,
      { entity: productEntity(), api: failingWith(404) },
    );
    expect(await screen.findByText('end')).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByText('Maturity')).not.toBeInTheDocument(),
    );
  });

  it.each([
    [403, 'You may not see this'],
    [500, 'it failed with 500'],
  ])('tells of a failure with %s', async (status, words) => {
    renderWith(<MaturitySummary />, {
      entity: productEntity(),
      api: failingWith(status),
    });
    expect(await screen.findByText(words)).toBeVisible();
  });
});
