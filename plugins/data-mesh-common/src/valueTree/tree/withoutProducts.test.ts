import { TreeBuilder } from '../__testUtils__/trees';
import { withoutProducts } from './withoutProducts';

const links = { products: ['dataproduct:default/orders'] };
const ids = (tree: TreeBuilder) => [...withoutProducts(tree.build())].join(' ');

describe('goals and bets without a data product', () => {
  it('have none below them either', () => {
    expect(
      ids(
        new TreeBuilder()
          .add('vision', 'V')
          .add('goal', 'CG', 'V')
          .add('goal', 'DG', 'CG')
          .add('bet', 'B', 'DG')
          .add('initiative', 'I', 'B', { links })
          .add('bet', 'B2', 'DG')
          .add('initiative', 'I2', 'B2')
          .add('goal', 'DG2', 'CG'),
      ),
    ).toBe('B2 DG2');
  });

  it('may be linked themselves', () => {
    expect(
      ids(
        new TreeBuilder()
          .add('goal', 'G', undefined, { links })
          .add('bet', 'B', 'G'),
      ),
    ).toBe('B');
  });

  it('count what is closed neither as served nor as serving', () => {
    expect(
      ids(
        new TreeBuilder()
          .add('goal', 'G')
          .add('bet', 'B', 'G', { state: 'stop-ready' })
          .add('initiative', 'I', 'B', { links, state: 'succeeded' })
          .add('bet', 'S', 'G', { state: 'stopped' })
          .add('initiative', 'SI', 'S', { links })
          .add('bet', 'P', 'G', { state: 'proposed' }),
      ),
    ).toBe('G B');
  });

  it('are found in what turns in a circle, or hangs on nothing', () => {
    expect(
      ids(
        new TreeBuilder()
          .add('goal', 'A', 'B')
          .add('goal', 'B', 'A', { links })
          .add('goal', 'C', 'D')
          .add('goal', 'D', 'C')
          .add('bet', 'lost', 'gone', { links: { products: [] } }),
      ),
    ).toBe('C D lost');
  });
});
