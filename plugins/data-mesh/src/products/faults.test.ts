import { link, product } from '../testing/products';
import { faultsOf, worstFirst } from './faults';

const team = link('group:default/a', 'A');
const successor = link('dataproduct:default/new', 'New');

describe('faultsOf', () => {
  it.each([
    ['a team in production', {}, []],
    ['no owner', { owner: undefined }, ['noTeam']],
    ['a dissolved team', { owner: { ...team, exists: false } }, ['noTeam']],
    ['a person', { owner: link('user:default/a', 'A') }, ['person']],
    ['deprecated', { lifecycle: 'Deprecated' }, ['deprecated']],
    ['retired', { lifecycle: 'retired' }, ['retired']],
    ['experimental', { lifecycle: 'experimental' }, []],
    [
      'several, the worst first',
      { lifecycle: 'deprecated', owner: link('user:default/a', 'A') },
      ['deprecated', 'person'],
    ],
  ])('%s', (_, change, kinds) => {
    expect(faultsOf(product(change)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('names what to use instead', () => {
    expect(faultsOf(product({ lifecycle: 'deprecated', successor }))).toEqual([
      { kind: 'deprecated', successor },
    ]);
  });
});

describe('worstFirst', () => {
  it('puts the worst first and leaves equals in their order', () => {
    const products = [
      product({ title: 'fine 1' }),
      product({ title: 'old', lifecycle: 'deprecated' }),
      product({ title: 'fine 2' }),
      product({ title: 'orphan', owner: undefined }),
    ];
    expect(worstFirst(products).map(({ title }) => title)).toEqual([
      'orphan',
      'old',
      'fine 1',
      'fine 2',
    ]);
  });
});
