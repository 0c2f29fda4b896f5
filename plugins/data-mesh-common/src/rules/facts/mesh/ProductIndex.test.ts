import { describeProduct } from '../__testUtils__/contexts';
import { ProductDescription } from '../ProductDescription';
import { ProductIndex } from './ProductIndex';

const entry = (
  name: string,
  changes: Partial<ProductDescription> = {},
  ...users: string[]
) => ({
  product: describeProduct({ ref: name, name, ...changes }),
  businessKeys: [],
  uses: users.map(user => ({ user, state: 'active' as const })),
});

const at = (address: string) => ({ name: address, address });

describe('ProductIndex', () => {
  it('finds what products share', () => {
    const index = new ProductIndex([
      entry('a', {
        outputPorts: [at('x'), at('x'), at('y')],
        sourceLocation: 'repo',
        productOwner: 'ann',
      }),
      entry('b', {
        outputPorts: [at('x'), { name: 'none' }],
        sourceLocation: 'repo',
        productOwner: 'ann',
      }),
      entry('c', { outputPorts: [{ name: 'none' }] }),
    ]);

    expect(index.of('a')).toMatchObject({
      sharedAddresses: ['x'],
      sourceSharedWith: ['b'],
      productsOfOwner: 2,
    });
    expect(index.of('c')).toEqual({
      sharedAddresses: [],
      sourceSharedWith: [],
      productsOfOwner: 0,
      similar: [],
      initiativesOfUsers: [],
    });
  });

  it('follows users, and those who use what they make', () => {
    const index = new ProductIndex([
      entry('a', { initiatives: ['own'] }, 'b', 'group:default/x'),
      entry('b', {}, 'c', 'a'),
      { ...entry('c', { initiatives: ['I-1'] }), initiatives: ['I-2'] },
      {
        ...entry('d'),
        uses: [{ user: 'c', state: 'intended' as const }],
      },
    ]);

    expect(index.of('a').initiativesOfUsers).toEqual(['I-1', 'I-2']);
    expect(index.of('b').initiativesOfUsers).toEqual(['I-1', 'I-2', 'own']);
    expect(index.of('d').initiativesOfUsers).toEqual([]);
    expect(index.namedInitiativesOfUsers('a')).toEqual(['I-1']);
    expect(index.namedInitiativesOfUsers('b')).toEqual(['I-1', 'own']);
    expect(index.namedInitiativesOfUsers('d')).toEqual([]);
  });

  it('names similar products by title', () => {
    const purpose = 'Confirmed orders per customer, for planners of capacity.';
    const index = new ProductIndex([
      entry('a', { title: 'Customer orders', purpose }),
      entry('b', { title: 'Orders by customer', purpose }),
    ]);

    expect(index.of('a').similar).toEqual(['Orders by customer']);
  });
});
