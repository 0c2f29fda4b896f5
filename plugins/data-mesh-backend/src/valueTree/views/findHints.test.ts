import { KnownProducts } from '../store/readProducts';
import { StoredTree } from '../store/TreeReader';
import { nodeOf, TODAY } from './__testUtils__/TreeWorld';
import { describeHints, findHints, HintScope } from './findHints';
import { TreeInView } from './TreeInView';

const care = 'domain:default/care';
const lab = 'domain:default/lab';
const bets = (goal: string) =>
  Array.from({ length: 6 }, (_, i) =>
    nodeOf(`${goal}-${i}`, 'bet', goal, { reviewAt: '2026-12-01' }),
  );

/** Both domains have more bets than they can do at once. */
const TREE: StoredTree = {
  nodes: [
    nodeOf('c', 'goal', undefined, { domain: care }),
    nodeOf('l', 'goal', undefined, { domain: lab }),
    ...bets('c'),
    ...bets('l'),
  ],
  measures: [],
  links: { c: { products: ['dataproduct:default/linked'], backlog: [] } },
  storedLinks: [],
  catalogLinks: {},
};
const productsOf = (...names: string[]): KnownProducts => {
  const living = names.map(name => ({
    ref: `dataproduct:default/${name}`,
    domain: care,
  }));
  return { living, byRef: new Map(living.map(one => [one.ref, one])) };
};
const PRODUCTS = productsOf('linked', 'loose');
const VIEW = new TreeInView(TREE, PRODUCTS, TREE.nodes, {
  visibility: 'all',
  isPerson: true,
  day: TODAY,
  rights: {
    mayManage: () => true,
    mayPlace: () => true,
    mayCheckIn: () => true,
    managesADomain: () => true,
  },
});

const found = (scope: Omit<HintScope, 'shown'>, ...shown: string[]) =>
  findHints(VIEW, { ...scope, shown: new Set(shown) }, new Map());
const ofAll = (scope: Omit<HintScope, 'shown'>) =>
  found(scope).map(
    ({ code, domain, product }) => `${code} ${product ?? domain}`,
  );

const tooMany = (domain: string) => `too-many-active-bets ${domain}`;
const loose = 'product-without-goal dataproduct:default/loose';

describe('findHints', () => {
  it.each<[Omit<HintScope, 'shown'>, string[]]>([
    [{}, [tooMany(care), tooMany(lab), loose]],
    [{ domain: care }, [tooMany(care), loose]],
    [{ domain: lab }, [tooMany(lab)]],
    [{ product: 'dataproduct:default/loose' }, [loose]],
    [{ product: 'dataproduct:default/linked' }, []],
    [{ root: 'c' }, []],
  ])('about domains and products within %j', (scope, expected) => {
    expect(ofAll(scope)).toEqual(expected);
  });

  it('are about the nodes that are shown', () => {
    const nodes = new Set(found({}, 'c-1', 'l').map(({ node }) => node));
    expect(nodes).toEqual(new Set(['c-1', 'l', undefined]));
  });

  it('take as many active bets for many as is configured', () => {
    const view = (maxActiveBets: number) =>
      new TreeInView(TREE, productsOf(), TREE.nodes, VIEW.viewer, {
        maxActiveBets,
      });
    const counted = (most: number) =>
      findHints(view(most), { shown: new Set() }, new Map()).length;
    expect([5, 6, 5].map(counted)).toEqual([2, 0, 2]);
  });

  it('are found anew for other products, and on another day', () => {
    const at = (products: KnownProducts, day: string) =>
      findHints(
        new TreeInView(TREE, products, TREE.nodes, { ...VIEW.viewer, day }),
        { shown: new Set(['c-1']) },
        new Map(),
      ).map(({ code }) => code);
    const [today, later] = ['2026-07-01', '2026-12-02'];
    expect(at(PRODUCTS, today)).toContain('product-without-goal');
    expect(at(productsOf('linked'), today)).not.toContain(
      'product-without-goal',
    );
    expect(at(PRODUCTS, today)).toContain('product-without-goal');
    expect(at(PRODUCTS, today)).not.toContain('review-overdue');
    expect(at(PRODUCTS, later)).toContain('review-overdue');
  });

  it('are left out where they are about what is hidden', () => {
    const name = (ref: string | null | undefined) =>
      ref && ref !== lab ? { ref, title: ref, exists: true } : undefined;
    expect(describeHints(found({}), name)).toEqual([
      {
        code: 'too-many-active-bets',
        domain: { ref: care, title: care, exists: true },
        value: 6,
      },
      {
        code: 'product-without-goal',
        product: expect.objectContaining({ exists: true }),
        domain: { ref: care, title: care, exists: true },
      },
    ]);
  });

  it('are told of a product whose domain is hidden', () => {
    const name = (ref: string | null | undefined) =>
      ref && ref !== care && ref !== lab
        ? { ref, title: ref, exists: true }
        : undefined;
    expect(describeHints(found({}), name)).toEqual([
      {
        code: 'product-without-goal',
        product: expect.objectContaining({ exists: true }),
      },
    ]);
  });
});
