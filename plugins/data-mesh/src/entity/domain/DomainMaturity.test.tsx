import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DataMeshApi,
  DomainProfile,
  WaiverRecord,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { watchClipboard } from '../../testing/clipboard';
import { domainProfile, domainRow } from '../../testing/domains';
import { entity } from '../../testing/entities';
import { valueTree } from '../../testing/goals';
import { link } from '../../testing/products';
import { renderWith } from '../../testing/renderWith';
import { resultsOf, ruleSets } from '../../testing/ruleSets';
import { DomainMaturity } from './DomainMaturity';
import { DomainMaturityContent } from './DomainMaturityContent';

const ref = 'domain:default/patient-services';
type Changes = NonNullable<Parameters<typeof resultsOf>[2]>;

const open: Changes[string] = { status: 'unknown', since: null };
const unmet: Changes = {
  'DM-O4': { status: 'fail', reason: '2 of 3 are.', since: '2020-09-22' },
  'DM-O6': { status: 'waiting', waitsFor: ['products-owned-here'] },
  'DM-O7': open,
  'DM-O8': open,
  'DM-A4': open,
};

function apiOf(options: {
  profile?: DomainProfile;
  results?: Changes;
  mayAnswer?: string[];
}): Partial<DataMeshApi> {
  const { profile = domainProfile(), results = unmet } = options;
  return {
    getDomainProfile: jest.fn(async () => profile),
    getResults: jest.fn(async () =>
      resultsOf(ref, 'Patient services', results, {
        may: {
          answer: options.mayAnswer ?? [],
          askForWaiver: false,
          decideWaivers: false,
        },
      }),
    ),
    getRuleSets: async () => ruleSets(),
  };
}

const show = (
  api: Partial<DataMeshApi>,
  element: JSX.Element = <DomainMaturity />,
) => renderWith(element, { entity: entity('Domain', 'patient-services'), api });

describe('the maturity of a domain', () => {
  it('is a profile that can be read without seeing it', async () => {
    const profile = domainProfile({
      aspiration: {
        ownership: 3,
        governance: 3,
        autonomy: 3,
        value: 3,
        sustainability: 3,
        sharing: 3,
      },
      before: {
        day: '2026-05-25',
        dimensions: { ownership: 0, governance: 3 },
      },
    });
    show(apiOf({ profile }));
    const table = await screen.findByRole('table', {
      name: 'Profile of Patient services',
    });
    await waitFor(() =>
      expect(
        within(table)
          .getAllByRole('row')
          .map(row => row.textContent),
      ).toEqual([
        'DimensionNowWhere we want to be',
        'Ownership1, Starting3, Self-reliant',
        'Shared rules3, Self-reliant3, Self-reliant',
        'Able to act2, Working3, Self-reliant',
        'Goals3, Self-reliant3, Self-reliant',
        'Kept alive2, Working3, Self-reliant',
        'Give and take3, Self-reliant3, Self-reliant',
      ]),
    );
    expect(screen.getByText('On May 25, 2026: Ownership 0 → 1')).toBeVisible();
    await waitFor(() =>
      expect(document.querySelectorAll('.recharts-radar-polygon')).toHaveLength(
        2,
      ),
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('says what is weakest and what to do first there', async () => {
    const user = userEvent.setup();
    show(apiOf({ mayAnswer: ['no-missing-skill'] }));
    const steps = await screen.findByRole('list', { name: 'Next steps' });
    expect(screen.getByText('Weakest: Ownership (Starting)')).toBeVisible();
    expect(
      [...steps.children].map(step => step.firstChild?.textContent),
    ).toEqual([
      'Most of its products are owned by its own teams',
      'No skill is missing, and no product hangs on one person',
      'Ownership is reviewed each quarter, and all is owned here',
    ]);
    const buttons = within(steps).getAllByRole('button', { name: /Answer/ });
    expect(buttons).toHaveLength(1);
    await user.click(buttons[0]);
    expect(
      await screen.findByRole('group', {
        name: /Is no skill missing in the capability matrix/,
      }),
    ).toBeVisible();
  });

  it('leads from the levels of its products to the list', async () => {
    show(apiOf({}));
    expect(
      await screen.findByText(/2 of 3 products meet their target/),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: '1 at Usable' }),
    ).toHaveAttribute(
      'href',
      '/data-mesh/products?domain=domain%3Adefault%2Fpatient-services&level=2',
    );
    expect(
      screen.getByRole('img', {
        name: 'Products by level: 1 at Usable, 2 at Trusted',
      }),
    ).toBeVisible();
  });

  it('takes where those who answer for it want to be', async () => {
    const user = userEvent.setup();
    const answer = jest.fn(async () => ({
      results: resultsOf(ref, 'Patient services', unmet),
    }));
    show({ ...apiOf({ mayAnswer: ['no-missing-skill'] }), answer });
    await user.click(
      await screen.findByRole('button', { name: 'Set where we want to be' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Where Patient services wants to be',
    });
    expect(within(dialog).getByLabelText('Ownership')).toHaveDisplayValue(
      '1 Starting',
    );
    expect(await accessibilityProblems(dialog)).toEqual([]);
    fireEvent.change(within(dialog).getByLabelText('Ownership'), {
      target: { value: '4' },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(answer).toHaveBeenCalledWith({
      entityRef: ref,
      key: 'profile.aspiration',
      value: { ...domainRow().dimensions, ownership: 4 },
    });
  });

  it('keeps what was chosen when it cannot be saved', async () => {
    const user = userEvent.setup();
    const answer = jest.fn().mockRejectedValue(new Error('not today'));
    show({ ...apiOf({ mayAnswer: ['no-missing-skill'] }), answer });
    await user.click(
      await screen.findByRole('button', { name: 'Set where we want to be' }),
    );
    fireEvent.change(await screen.findByLabelText('Goals'), {
      target: { value: '4' },
    });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/not today/)).toBeVisible();
    expect(screen.getByLabelText('Goals')).toHaveDisplayValue('4 Lasting');
  });

  it('does not ask others where it wants to be', async () => {
    show(apiOf({}));
    await screen.findByText(/Weakest/);
    await screen.findByRole('list', { name: 'Next steps' });
    expect(
      screen.queryByRole('button', { name: /where we want to be/ }),
    ).not.toBeInTheDocument();
  });

  it('requires nothing where all is lasting', async () => {
    const dimensions = Object.fromEntries(
      Object.keys(domainRow().dimensions).map(id => [id, 4]),
    );
    const row = domainRow({
      dimensions,
      weakest: { dimension: 'ownership', level: 4 },
    });
    show(apiOf({ profile: domainProfile({ row }), results: {} }));
    expect(await screen.findByText(/Nothing is required/)).toBeVisible();
    expect(screen.queryByText(/Weakest/)).not.toBeInTheDocument();
  });
});

describe('a domain before its first answers', () => {
  const row = domainRow({
    started: false,
    weakest: undefined,
    dataLead: undefined,
    products: { total: 0, withTarget: 0, atTarget: 0, byLevel: [] },
  });
  const results = { 'DM-V1': open };

  const mayWrite = async () => valueTree([], { mayAdd: ['goal'] });

  it('has three things to start with, and no radar', async () => {
    const user = userEvent.setup();
    show({
      ...apiOf({ profile: domainProfile({ row }), results }),
      getValueTree: mayWrite,
    });
    expect(await screen.findByText('3 things to start with:')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /Register one product/ }),
    ).toHaveAttribute('href', expect.stringContaining('/docs/create.md'));

    await user.click(
      screen.getByRole('button', {
        name: 'Name a domain owner and a data lead',
      }),
    );
    const copied = watchClipboard();
    await user.click(
      await screen.findByRole('button', { name: 'Copy the annotations' }),
    );
    expect(copied[0]).toContain('backstage-data-mesh.io/domain-owner: user:');
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );

    expect(
      await screen.findByRole('button', { name: 'Write one goal' }),
    ).toHaveAttribute(
      'href',
      `/data-mesh/goals?${new URLSearchParams({ domain: ref, add: 'goal' })}`,
    );
  });

  it('leaves the goal to those who may write it', async () => {
    show({
      ...apiOf({ profile: domainProfile({ row }), results }),
      getValueTree: async () => valueTree([]),
    });
    expect(await screen.findByText('Write one goal')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Write one goal' }),
    ).not.toBeInTheDocument();
  });

  it('sees what is done already', async () => {
    const { domainOwner, dataLead, products } = domainRow();
    show(
      apiOf({
        profile: domainProfile({
          row: { ...row, domainOwner, dataLead, products },
        }),
        results,
      }),
    );
    expect(await screen.findByText('1 thing to start with:')).toBeVisible();
    expect(
      screen.getByText('Name a domain owner and a data lead: done'),
    ).toBeVisible();
    expect(screen.getByText('Register one product: done')).toBeVisible();
  });
});

describe('the card', () => {
  it('is not there on a domain that takes no part', async () => {
    show(apiOf({ profile: { takesPart: false, products: [] } }));
    await waitFor(() =>
      expect(screen.getByTestId('piece')).toBeEmptyDOMElement(),
    );
  });

  it('is not there where there is no backend', async () => {
    show(withoutBackend());
    await waitFor(() =>
      expect(screen.getByTestId('piece')).toBeEmptyDOMElement(),
    );
  });
});

describe('the tab', () => {
  it('says so on a domain that takes no part', async () => {
    show(
      apiOf({ profile: { takesPart: false, products: [] } }),
      <DomainMaturityContent />,
    );
    expect(
      await screen.findByText(/takes no part in the data mesh/),
    ).toBeVisible();
  });

  it('is quiet where there is no backend', async () => {
    show(withoutBackend(), <DomainMaturityContent />);
    expect(await screen.findByText(/Not looked at yet/)).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

function withoutBackend(): Partial<DataMeshApi> {
  const away = Object.assign(new Error('none'), { name: 'NotFoundError' });
  const failing = jest.fn().mockRejectedValue(away);
  return { getDomainProfile: failing, getResults: failing };
}

describe.each([
  ['card', <DomainMaturity />],
  ['tab', <DomainMaturityContent />],
])('the %s', (_, element) => {
  it('asks again after an error', async () => {
    const user = userEvent.setup();
    const getDomainProfile = jest
      .fn()
      .mockRejectedValueOnce(new Error('it is away'))
      .mockResolvedValue(domainProfile());
    show({ ...apiOf({}), getDomainProfile }, element);
    await screen.findByText('it is away');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.getAllByText(/Starting/).length).toBeGreaterThan(0),
    );
  });

  it('says when somebody may not see it', async () => {
    const no = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    show(
      { ...apiOf({}), getDomainProfile: jest.fn().mockRejectedValue(no) },
      element,
    );
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

describe('the tab of a domain', () => {
  it('has all rules by dimension, what is to do first', async () => {
    const user = userEvent.setup();
    const profile = domainProfile({ aspiration: { ownership: 3 } });
    show(
      apiOf({
        profile,
        results: {
          ...unmet,
          'DM-S1': { status: 'waived', waivedUntil: '2026-12-12' },
        },
        mayAnswer: ['no-missing-skill'],
      }),
      <DomainMaturityContent />,
    );
    await screen.findByText('Starting, wants Self-reliant');
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Ownership',
      'Shared rules',
      'Able to act',
      'Goals',
      'Kept alive',
      'Give and take',
    ]);
    expect(
      screen.getByText('Most of its products are owned by its own teams'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Waiting (1)' }));
    expect(
      screen.getByText('What has to be sorted out now does not stay open'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Set aside (1)' }));
    expect(
      screen.getByText('All its products have a stage of life'),
    ).toBeVisible();
    const done = screen.getAllByRole('button', { name: /^Done/ });
    const told = done.map(({ textContent }) =>
      Number(/\d+/.exec(textContent ?? '')?.[0]),
    );
    // 39 rules, of which 4 are to do, 1 waits and 1 is set aside
    expect(told.reduce((sum, some) => sum + some, 0)).toBe(33);
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('has the exceptions that were asked for', async () => {
    const waiver: WaiverRecord = {
      id: 'W-1',
      entity: link(ref, 'Patient services'),
      ruleSet: 'domain-maturity',
      rule: 'no-missing-skill',
      title: 'No skill is missing',
      reason: 'Somebody starts in March.',
      until: '2026-12-12',
      state: 'asked',
      askedBy: link('user:default/yusuf', 'Yusuf Demir'),
      askedAt: '2026-11-01T08:00:00Z',
      version: 1,
      may: [],
    };
    show(
      {
        ...apiOf({}),
        getWaivers: async () => ({ items: [waiver], total: 1 }),
      },
      <DomainMaturityContent />,
    );
    expect(
      await screen.findByRole('region', { name: 'Exceptions' }),
    ).toHaveTextContent(
      'Somebody starts in March. Asked for by Yusuf Demir; nobody has decided yet.',
    );
  });
});
