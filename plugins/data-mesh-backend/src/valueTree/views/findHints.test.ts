import { StoredTree } from '../store/TreeReader';
import { nodeOf, TODAY } from './__testUtils__/TreeWorld';
import { describeHints, findHints, HintScope } from './findHints';
import { TreeInView } from './TreeInView';

const care = 'domain:default/care';
const lab = 'domain:default/lab';
const bets = (goal: string) =>
  Array.from({ length: 6 }, (_, i) => nodeOf(`${goal}-${i}`, 'bet', goal));

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
const VIEW = new TreeInView(TREE, TREE.nodes, {
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
const PRODUCTS = ['linked', 'loose'].map(name => ({
  ref: `dataproduct:default/${name}`,
  domain: care,
}));

const found = (scope: Omit<HintScope, 'shown'>, ...shown: string[]) =>
  findHints(
    VIEW,
    { ...scope, shown: new Set(shown) },
    { products: PRODUCTS, standings: new Map() },
  );
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
    const view = new TreeInView(TREE, TREE.nodes, VIEW.viewer, {
      maxActiveBets: 6,
    });
    const hints = findHints(
      view,
      { shown: new Set() },
      { products: [], standings: new Map() },
    );
    expect(hints).toEqual([]);
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
