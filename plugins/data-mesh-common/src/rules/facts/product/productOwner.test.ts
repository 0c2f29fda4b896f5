import { contextOf, evidenceOf } from '../__testUtils__/contexts';
import { productOwnerFacts } from './productOwner';

describe('productOwnerFacts', () => {
  it.each([
    ['user:default/ann', { isNamed: true, exists: true, isInOwnerGroup: true }],
    ['user:default/cy', { isNamed: true, exists: true, isInOwnerGroup: false }],
    [
      'user:default/gone',
      { isNamed: true, exists: false, isInOwnerGroup: null, products: null },
    ],
    [undefined, { isNamed: false, exists: false, isInOwnerGroup: null }],
  ])('%s', (productOwner, expected) => {
    const context = contextOf({ productOwner }, { productsOfOwner: 3 });

    expect(productOwnerFacts(context).productOwner).toMatchObject(expected);
  });

  it('knows how many products and how much time, where it is recorded', () => {
    const context = contextOf(
      { productOwner: 'user:default/ann' },
      {
        productsOfOwner: 5,
        ownerEvidence: [evidenceOf('capacity.forData', 40, { way: 'portal' })],
      },
    );

    expect(productOwnerFacts(context).productOwner).toMatchObject({
      products: 5,
      capacity: 0.4,
    });
    expect(
      productOwnerFacts({ ...context, ownerEvidence: {} }).productOwner
        .capacity,
    ).toBeNull();
  });

  it('cannot tell whether somebody is in a group that is a person', () => {
    const context = contextOf({
      owner: 'user:default/ann',
      productOwner: 'user:default/ann',
    });

    expect(productOwnerFacts(context).productOwner.isInOwnerGroup).toBeNull();
  });
});
