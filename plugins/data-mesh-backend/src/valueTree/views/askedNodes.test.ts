import fc from 'fast-check';
import { Asked, askedNodes } from './askedNodes';

type Node = { id: string; parentId?: string };

/** As they are kept: by position, whatever they are below of. */
const NODES: Node[] = [
  { id: 'i1', parentId: 'b1' },
  { id: 'g2', parentId: 'v' },
  { id: 'b2', parentId: 'g1' },
  { id: 'b1', parentId: 'g1' },
  { id: 'w' },
  { id: 'v' },
  { id: 'g1', parentId: 'v' },
  { id: 'b3', parentId: 'g2' },
  { id: 'lost', parentId: 'gone' },
];
const among =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id);

describe('askedNodes', () => {
  it.each<[string, Asked, string]>([
    ['all', {}, 'w v g2 b3 g1 b2 b1 i1 lost'],
    ['down to a depth', { depth: 1 }, 'w v g2 g1 lost'],
    ['the top only', { depth: 0 }, 'w v lost'],
    ['below a root', { root: 'g1' }, 'v g1 b2 b1 i1'],
    ['a root alone', { root: 'g1', depth: 0 }, 'v g1'],
    [
      'a domain',
      { isOfDomain: among('g1', 'b1', 'b2', 'i1') },
      'v g1 b2 b1 i1',
    ],
    [
      'its topmost',
      { isOfDomain: among('g1', 'b1', 'b2', 'i1'), depth: 0 },
      'v g1',
    ],
    ['the way up', { isOfProduct: among('i1', 'b3') }, 'v g2 b3 g1 b1 i1'],
    [
      'both',
      { isOfDomain: among('g1', 'b1'), isOfProduct: among('i1', 'b1') },
      'v g1 b1',
    ],
    [
      'within a root',
      { root: 'g2', isOfProduct: among('i1', 'b3') },
      'v g2 b3',
    ],
    ['nothing', { isOfDomain: among() }, ''],
  ])('%s', (_what, asked, expected) => {
    expect(
      askedNodes(NODES, asked)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected);
  });

  it('shows each node once, also in circles, after its parent otherwise', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...ids, 'gone')), {
          minLength: 6,
          maxLength: 6,
        }),
        fc.uniqueArray(fc.constantFrom(...ids)),
        (parents, some) => {
          const nodes: Node[] = ids.map((id, at) => ({
            id,
            parentId: parents[at] ?? undefined,
          }));
          expect(
            askedNodes(nodes, {})
              .map(({ id }) => id)
              .sort(),
          ).toEqual(ids);
          const shown = askedNodes(nodes, { isOfDomain: among(...some) });
          expect(shown.map(({ id }) => id)).toEqual(
            expect.arrayContaining(some),
          );
          expect(new Set(shown).size).toBe(shown.length);
        },
      ),
    );
  });
});
