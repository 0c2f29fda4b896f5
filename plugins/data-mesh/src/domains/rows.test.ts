import { DomainRow } from '@backstage-data-mesh/plugin-data-mesh-common';
import { domainRow } from '../testing/domains';
import { link } from '../testing/products';
import { pageOf } from './rows';
import { DomainsView, readView, sortedBy, writeView } from './view';

const usual = readView(new URLSearchParams());
const view = (change: Partial<DomainsView>): DomainsView => ({
  ...usual,
  ...change,
});
const named = (name: string, change: Parameters<typeof domainRow>[0] = {}) =>
  domainRow({ domain: link(`domain:default/${name}`, name), ...change });
const titles = (page: ReturnType<typeof pageOf>) =>
  page.groups.flatMap(({ rows }) => rows.map(({ domain }) => domain.title));

const goals = (counts: NonNullable<DomainRow['goals']>['counts']) => ({
  active: 4,
  proposed: 0,
  counts,
  withoutMeasure: 0,
});

const lab = link('group:default/lab', 'Lab');
const sales = link('group:default/sales', 'Sales');
const rows = [
  named('c', {
    owner: sales,
    openPoints: { high: 0, medium: 9, low: 9 },
    products: { total: 2, withTarget: 2, atTarget: 1, byLevel: [1, 1] },
    goals: goals({ 'off-track': 1 }),
    changes: { total: 2 },
  }),
  named('a', {
    owner: lab,
    openPoints: { high: 1, medium: 0, low: 0 },
    products: { total: 3, withTarget: 3, atTarget: 3, byLevel: [0, 3] },
    weakest: { dimension: 'sharing', level: 2 },
    goals: goals({ 'on-track': 3, stale: 1 }),
  }),
  named('b', {
    owner: undefined,
    openPoints: { high: 0, medium: 0, low: 0 },
    products: { total: 1, withTarget: 0, atTarget: 0, byLevel: [1] },
    started: false,
    weakest: undefined,
  }),
];

describe('the rows', () => {
  it.each<[string, string]>([
    ['name', 'a b c'],
    ['-name', 'c b a'],
    ['owner', 'a c b'],
    ['-owner', 'c a b'],
    ['products', 'c a b'],
    ['-products', 'a c b'],
    ['-openPoints', 'a c b'],
    ['openPoints', 'b c a'],
    ['weakest', 'b c a'],
    ['-goals', 'c a b'],
    ['goals', 'a c b'],
    ['-changes', 'c a b'],
  ])('by %s are %s', (sort, expected) => {
    const by = readView(new URLSearchParams({ sort }));
    expect(titles(pageOf(rows, by)).join(' ')).toBe(expected);
  });

  it('are filtered by owner, those without included', () => {
    expect(titles(pageOf(rows, view({ owners: [lab.ref, ''] })))).toEqual([
      'a',
      'b',
    ]);
  });

  it('are grouped by owner, those without last', () => {
    const page = pageOf(rows, view({ groupBy: 'owner' }));
    expect(
      page.groups.map(group => [
        group.owner?.title,
        group.rows.map(({ domain }) => domain.title).join(),
      ]),
    ).toEqual([
      ['Lab', 'a'],
      ['Sales', 'c'],
      [undefined, 'b'],
    ]);
  });
});

describe('many domains', () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    named(`d${String(index).padStart(3, '0')}`, {
      changes: { total: index % 100 === 0 ? 1 : 0 },
    }),
  );

  it('without a change fold into one line', () => {
    const page = pageOf(many, usual);
    expect(titles(page)).toEqual(['d000', 'd100', 'd200', 'd300', 'd400']);
    expect(page).toMatchObject({ total: 5, folded: 495, canFold: false });
  });

  it('unfold page by page', () => {
    const page = pageOf(many, view({ showsAll: true, page: 9 }));
    expect(titles(page)[0]).toBe('d450');
    expect(titles(page)).toHaveLength(50);
    expect(page).toMatchObject({ total: 500, folded: 0, pages: 10 });
    expect(page.canFold).toBe(true);
  });

  it('do not hide what somebody sorts for', () => {
    expect(pageOf(many, view({ sort: 'openPoints' })).folded).toBe(0);
  });

  it('show the last page to those who ask for one beyond', () => {
    expect(pageOf(many, view({ showsAll: true, page: 99 })).page).toBe(9);
  });

  it('are not folded when there are few', () => {
    expect(pageOf(many.slice(1, 31), usual).folded).toBe(0);
  });
});

describe('the view in an address', () => {
  it.each<[string, Partial<DomainsView>]>([
    ['', {}],
    ['owner=group%3Adefault%2Flab&owner=none', { owners: [lab.ref, ''] }],
    ['group=owner', { groupBy: 'owner' }],
    ['columns=owner%2Cweakest', { columns: ['owner', 'weakest'] }],
    ['columns=', { columns: [] }],
    ['sort=-openPoints', { sort: 'openPoints', isDescending: true }],
    ['sort=-name', { isDescending: true }],
    ['all=yes&page=3', { showsAll: true, page: 2 }],
  ])('%s', (address, change) => {
    const search = new URLSearchParams(address);
    expect(readView(search)).toEqual(view(change));
    expect(String(writeView(view(change)))).toBe(address);
  });

  it('leaves out what makes no sense and keeps what is not its own', () => {
    const search = new URLSearchParams(
      'sort=rank&group=x&columns=nonsense,owner&page=-4&other=1',
    );
    expect(readView(search)).toEqual(view({ columns: ['owner'] }));
    expect(writeView(usual, search).get('other')).toBe('1');
  });

  it('turns the order round at the second click', () => {
    const first = sortedBy(view({ page: 3 }), 'openPoints');
    expect(first).toMatchObject({ isDescending: true, page: 0 });
    expect(sortedBy(first, 'openPoints').isDescending).toBe(false);
    expect(sortedBy(usual, 'goals').isDescending).toBe(true);
    expect(sortedBy(usual, 'owner').isDescending).toBe(false);
  });
});
