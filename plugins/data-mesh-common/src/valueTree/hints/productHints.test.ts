import { found } from '../__testUtils__/found';
import { fineTree, TreeBuilder } from '../__testUtils__/trees';
import { HintOptions } from './HintContext';

describe('a product', () => {
  const ref = (name: string) => `dataproduct:default/${name}`;
  const ofProducts = (tree: TreeBuilder, products: HintOptions['products']) =>
    found(tree, { products })
      .filter(({ product }) => product)
      .map(({ code, product, value }) => [code, product, value]);

  it('leads to a goal by the tree, its file, or those that read it', () => {
    const tree = fineTree();
    expect(
      ofProducts(tree, [
        { ref: ref('orders'), inputs: [ref('raw'), 'component:default/lis'] },
        { ref: ref('raw'), inputs: [ref('rawer')] },
        { ref: ref('rawer'), inputs: [ref('raw')] },
        { ref: ref('filed'), nodes: ['B'] },
        { ref: ref('reader'), inputs: [ref('orders')] },
        { ref: ref('lost'), nodes: ['nowhere', 'V'] },
      ]),
    ).toEqual([
      ['product-without-goal', ref('reader'), undefined],
      ['product-without-goal', ref('lost'), undefined],
    ]);
  });

  it('is told with its domain, where it has one', () => {
    const hints = found(fineTree(), {
      products: [
        { ref: ref('lost'), domain: 'domain:default/care' },
        { ref: ref('nobodys') },
      ],
    }).filter(({ product }) => product);
    expect(hints).toEqual([
      {
        code: 'product-without-goal',
        product: ref('lost'),
        domain: 'domain:default/care',
      },
      { code: 'product-without-goal', product: ref('nobodys') },
    ]);
  });

  it('may have goals that are all closed', () => {
    const tree = fineTree()
      .add('goal', 'A', 'CG', { state: 'achieved' })
      .add('goal', 'D', 'CG', { state: 'dropped' })
      .add('bet', 'DB', 'D', { state: 'stopped' })
      .add('bet', 'S', 'DG', { state: 'stopped' });
    expect(
      ofProducts(tree, [
        { ref: ref('closed'), nodes: ['A', 'DB'] },
        { ref: ref('both'), nodes: ['A', 'B'] },
        { ref: ref('given-up'), nodes: ['S'] },
        { ref: ref('half'), nodes: ['A', 'S'] },
        { ref: ref('feeds'), nodes: ['A'] },
        { ref: ref('fed'), nodes: ['B'], inputs: [ref('feeds')] },
      ]),
    ).toEqual([
      ['product-of-closed-goals', ref('closed'), 2],
      ['product-without-goal', ref('given-up'), undefined],
      ['product-without-goal', ref('half'), undefined],
    ]);
  });
});
