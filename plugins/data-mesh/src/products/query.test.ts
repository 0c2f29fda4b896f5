import fc from 'fast-check';
import {
  ProductQuery,
  productFacets,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { isNarrowed, readQuery, writeQuery } from './query';

const word = fc
  .string({ minLength: 1, maxLength: 30 })
  .filter(s => s.trim() === s);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 5 });
const query: fc.Arbitrary<ProductQuery> = fc.record(
  {
    text: word,
    domain: words,
    type: words,
    lifecycle: words,
    owner: words,
    classification: words,
    persona: words,
    used: fc.constantFrom<('yes' | 'no')[]>(['yes'], ['no'], ['yes', 'no']),
    consumer: words,
    answerable: words,
    sort: fc.constantFrom('title', 'used', 'domain'),
    cursor: word,
  },
  { requiredKeys: [] },
);

describe('the query in the url', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(query, asked => {
        const url = writeQuery(asked).toString();
        expect(readQuery(new URLSearchParams(url))).toEqual(asked);
      }),
    );
  });

  it('never fails, whatever a url holds', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), url => {
        expect(() => readQuery(new URLSearchParams(url))).not.toThrow();
      }),
    );
  });

  it.each([
    ['sort=upwards&text=a', { text: 'a' }],
    ['used=maybe', {}],
    ['used=maybe&domain=domain:default/a', { domain: ['domain:default/a'] }],
    [`text=${'a'.repeat(201)}&type=x`, { type: ['x'] }],
    ['text=%20&domain=', {}],
    ['text=a&text=b&type=x', { type: ['x'] }],
    ['limit=1000&filter=x', {}],
    ['sort=match', {}],
    ['sort=match&text=a', { sort: 'match', text: 'a' }],
  ])('%s asks for %j', (url, expected) => {
    expect(readQuery(new URLSearchParams(url))).toEqual(expected);
  });

  it('leaves alone what is not its own', () => {
    const before = new URLSearchParams('theme=dark&type=old&cursor=c');
    expect(writeQuery({ type: ['new'] }, before).toString()).toBe(
      'theme=dark&type=new',
    );
  });

  it.each(['text', 'consumer', 'answerable', ...productFacets])(
    'is narrowed down by %s',
    key => {
      expect(isNarrowed({ [key]: ['yes'] })).toBe(true);
    },
  );

  it('is not narrowed down by order and page', () => {
    expect(isNarrowed({ sort: 'used', cursor: 'c', domain: [] })).toBe(false);
  });
});
