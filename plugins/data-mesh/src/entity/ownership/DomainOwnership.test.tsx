import { screen, waitFor, within } from '@testing-library/react';
import { Entity } from '@backstage/catalog-model';
import {
  DataMeshApi,
  ResultsList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { domainProfile, domainRow } from '../../testing/domains';
import { entity } from '../../testing/entities';
import { noShowTree, valueTree } from '../../testing/goals';
import { link } from '../../testing/products';
import { renderWith } from '../../testing/renderWith';
import { resultsOf, ruleSets } from '../../testing/ruleSets';
import { OwnershipCard } from './OwnershipCard';

const ref = 'domain:default/patient-services';
const domain: Entity = {
  ...entity('Domain', 'patient-services', [
    ['ownedBy', 'group:default/patient-services-unit'],
  ]),
  metadata: {
    name: 'patient-services',
    namespace: 'default',
    annotations: { 'backstage-data-mesh.io/domain-owner': 'helen.brandt' },
  },
};
const openOn360: ResultsList = {
  total: 1,
  items: [
    {
      entity: link('dataproduct:default/patient-360', 'Patient 360'),
      since: null,
      unmet: [
        {
          rule: 'central-owner',
          code: 'OF-04',
          status: 'fail',
          severity: 'high',
          since: null,
        },
      ],
    },
  ],
};

function open(options: {
  faults?: Parameters<typeof resultsOf>[2];
  list?: ResultsList;
  api?: Partial<DataMeshApi>;
}) {
  const listResults = jest.fn(
    async () => options.list ?? { items: [], total: 0 },
  );
  const rendered = renderWith(<OwnershipCard />, {
    entity: domain,
    api: {
      getDomainProfile: async () => domainProfile(),
      getResults: async () =>
        resultsOf(ref, 'Patient services', options.faults),
      getRuleSets: async () => ruleSets(),
      listResults,
      ...options.api,
    },
  });
  return { ...rendered, listResults };
}

const fact = (name: string) => screen.getByText(name).nextElementSibling;

describe('ownership of a domain', () => {
  it('names who answers, and what is open on it and its products', async () => {
    const { listResults } = open({
      faults: { 'OF-17': { status: 'fail', severity: 'medium', since: null } },
      list: openOn360,
    });
    const now = await screen.findByRole('list', { name: 'Sort out now' });
    expect(fact('Owner')).toHaveTextContent('Patient services unit');
    expect(fact('Domain owner')).toHaveTextContent('Helen Brandt');
    expect(fact('Data lead')).toHaveTextContent('Yusuf Demir');
    expect(within(now).getByRole('listitem')).toHaveTextContent(
      'Patient 360: A central team owns it although its domain has teams',
    );
    expect(
      within(now).getByRole('link', {
        name: 'Start the hand-over of Patient 360',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/patient-360?handover=',
    );
    expect(
      screen.getByRole('list', { name: 'This quarter' }),
    ).toHaveTextContent('Nobody speaks for the domain in the governance group');
    expect(listResults).toHaveBeenCalledTimes(1);
    expect(listResults).toHaveBeenCalledWith(
      expect.objectContaining({
        ruleSet: 'ownership-faults',
        domain: [ref],
        status: ['fail'],
      }),
      expect.anything(),
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('names the goal that an open point endangers', async () => {
    const getValueTree = jest.fn(async () => valueTree(noShowTree()));
    open({ list: openOn360, api: { getValueTree } });
    const now = await screen.findByRole('list', { name: 'Sort out now' });
    await waitFor(() =>
      expect(now).toHaveTextContent(
        'Endangers: Fewer empty appointment slots (Behind)',
      ),
    );
    expect(getValueTree).toHaveBeenCalledWith(
      { domain: ref },
      expect.anything(),
    );
  });

  it('has nothing open', async () => {
    open({});
    expect(await screen.findByText('Nothing open')).toBeVisible();
  });

  it('claims no “nothing” where a product has something', async () => {
    open({ list: { ...openOn360, total: 4 } });
    expect(
      await screen.findByText('and on 3 more data products'),
    ).toBeVisible();
    expect(screen.queryByText('Nothing open')).not.toBeInTheDocument();
  });

  it('says who is not named', async () => {
    const row = domainRow({
      owner: undefined,
      domainOwner: undefined,
      dataLead: undefined,
    });
    open({ api: { getDomainProfile: async () => domainProfile({ row }) } });
    await screen.findByText('Nothing open');
    expect(fact('Owner')).toHaveTextContent('no group owns it');
    expect(fact('Domain owner')).toHaveTextContent('not named');
    expect(fact('Data lead')).toHaveTextContent('not named');
  });

  it('keeps to the catalog file where the backend knows nothing', async () => {
    const away = Object.assign(new Error('none'), { name: 'NotFoundError' });
    open({ api: { getDomainProfile: jest.fn().mockRejectedValue(away) } });
    expect(
      await screen.findByText(/shown is what the catalog file says/),
    ).toBeVisible();
    expect(fact('Owner')).toHaveTextContent('patient-services-unit');
    expect(fact('Domain owner')).toHaveTextContent('helen.brandt');
    expect(fact('Data lead')).toHaveTextContent('not named');
  });

  it('is not there for a domain that takes no part', async () => {
    const getDomainProfile = jest.fn(async () => ({
      takesPart: false,
      products: [],
    }));
    open({ api: { getDomainProfile } });
    await waitFor(() =>
      expect(screen.getByTestId('piece')).toBeEmptyDOMElement(),
    );
    expect(getDomainProfile).toHaveBeenCalledTimes(1);
  });

  it('says when somebody may not see it', async () => {
    const no = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    open({ api: { getDomainProfile: jest.fn().mockRejectedValue(no) } });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

describe('ownership of a team', () => {
  const team = (products: number) =>
    entity('Group', 'bi-centre', [
      ['hasMember', 'user:default/viktor'],
      ['hasMember', 'user:default/ann'],
      ...Array.from({ length: products }, (_, index): [string, string] => [
        'ownerOf',
        `dataproduct:default/p${index}`,
      ]),
    ]);
  const openTeam = (products: number, api: Partial<DataMeshApi>) =>
    renderWith(<OwnershipCard />, {
      entity: team(products),
      api: { getRuleSets: async () => ruleSets(), ...api },
    });

  it('is what it owns and what is open, in one request', async () => {
    const listResults = jest.fn(async () => openOn360);
    openTeam(2, { listResults });
    expect(
      await screen.findByRole('list', { name: 'Sort out now' }),
    ).toHaveTextContent('Patient 360: A central team owns it');
    // Not “Ownership”: the catalog has a card of that name on such a page.
    expect(
      screen.getByRole('heading', { name: 'Open on our data products' }),
    ).toBeVisible();
    expect(fact('People')).toHaveTextContent('2 people');
    expect(fact('Owns')).toHaveTextContent('2 data products');
    expect(listResults).toHaveBeenCalledTimes(1);
    expect(listResults).toHaveBeenCalledWith(
      expect.objectContaining({ owner: ['group:default/bi-centre'] }),
      expect.anything(),
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('has nothing open', async () => {
    openTeam(1, { listResults: async () => ({ items: [], total: 0 }) });
    expect(
      await screen.findByText('Nothing open on the 1 data product'),
    ).toBeVisible();
  });

  it('is nothing for a team without data products', () => {
    const listResults = jest.fn();
    openTeam(0, { listResults });
    expect(
      screen.queryByText('Open on our data products'),
    ).not.toBeInTheDocument();
    expect(listResults).not.toHaveBeenCalled();
  });
});
