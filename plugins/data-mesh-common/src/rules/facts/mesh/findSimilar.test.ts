import fc from 'fast-check';
import { findSimilar } from './findSimilar';
import { tokensOf } from './tokensOf';

const product = (
  ref: string,
  title: string,
  purpose: string = '',
  ...businessKeys: string[]
) => ({ ref, title, purpose, businessKeys });

describe('findSimilar', () => {
  const orders = product(
    'a',
    'Customer orders',
    'Confirmed orders per customer, for planners.',
    'order_id',
  );

  it.each([
    [
      'itself under another name',
      'Orders of customers',
      'Confirmed for our planners',
      ['order_id'],
      true,
    ],
    [
      'something else',
      'Shipments',
      'Every parcel from depot to clinic',
      [],
      false,
    ],
    ['too few words to tell', 'Customer orders', '', [], false],
  ])('%s', (_, title, purpose, keys, isSimilar) => {
    const other = product('b', title, purpose, ...keys);

    expect(findSimilar([orders, other])).toEqual(
      new Map(
        isSimilar
          ? [
              ['a', ['b']],
              ['b', ['a']],
            ]
          : [],
      ),
    );
  });

  it('finds what comparing all with all would find', () => {
    const words = fc.uniqueArray(fc.constantFrom(...'bcdfghjklmnp'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), lists => {
        const products = lists.map((keys, index) =>
          product(`p${index}`, '', '', ...keys),
        );
        const expected = products.flatMap((one, i) =>
          products.flatMap((other, j) => {
            const smaller = Math.min(
              one.businessKeys.length,
              other.businessKeys.length,
            );
            const shared = one.businessKeys.filter(key =>
              other.businessKeys.includes(key),
            ).length;
            return i !== j && smaller >= 5 && shared >= Math.ceil(0.6 * smaller)
              ? [`${one.ref} ${other.ref}`]
              : [];
          }),
        );

        const found = [...findSimilar(products)].flatMap(([ref, others]) =>
          others.map(other => `${ref} ${other}`),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('tokensOf', () => {
  it('leaves out what tells nothing', () => {
    expect(
      tokensOf('The Orders of Café-customers', undefined, 'orders a'),
    ).toEqual(['order', 'cafe', 'customer']);
  });
});
