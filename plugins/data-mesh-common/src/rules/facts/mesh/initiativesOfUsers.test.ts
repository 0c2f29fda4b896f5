import fc from 'fast-check';
import { initiativesOfUsers } from './initiativesOfUsers';

type Product = Parameters<typeof initiativesOfUsers>[0][number];

/** The same, walked from each product to its users. */
function walked(products: readonly Product[]): Map<string, string[]> {
  const byRef = new Map(products.map(product => [product.ref, product]));
  const found = new Map<string, string[]>();
  for (const { ref } of products) {
    const reached = new Set([ref]);
    const ids = new Set<string>();
    // A set that grows while it is walked is walked to its end.
    for (const product of reached) {
      for (const { user, state } of byRef.get(product)?.uses ?? []) {
        if (state === 'active' && !reached.has(user)) {
          reached.add(user);
          byRef.get(user)?.initiatives.forEach(id => ids.add(id));
        }
      }
    }
    if (ids.size > 0) {
      found.set(ref, [...ids].sort());
    }
  }
  return found;
}

describe('initiativesOfUsers', () => {
  it('is what a walk to all users finds, circles or not', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const use = fc.record({
      user: name,
      state: fc.constantFrom('active' as const, 'intended' as const),
    });
    const products = fc.uniqueArray(
      fc.record({
        ref: name,
        initiatives: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
        uses: fc.array(use, { maxLength: 4 }),
      }),
      { selector: ({ ref }) => ref },
    );
    const inOrder = (map: Map<string, string[]>) => [...map].sort();

    fc.assert(
      fc.property(products, all => {
        expect(inOrder(initiativesOfUsers(all))).toEqual(inOrder(walked(all)));
      }),
      { numRuns: 2000 },
    );
  });

  it('walks a long chain once', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => ({
      ref: `p${i}`,
      initiatives: i === 19_999 ? ['x'] : [],
      uses: [{ user: `p${i + 1}`, state: 'active' as const }],
    }));
    const found = initiativesOfUsers(chain);
    expect(found.get('p0')).toEqual(['x']);
    expect(found.size).toBe(19_999);
  });
});
