import { causeWords, dayWords, listWords, pageOf } from './words';

it.each([
  [[], ''],
  [['a'], '“a”'],
  [['a', 'b'], '“a” and “b”'],
  [['a', 'b', 'c'], '“a”, “b” and “c”'],
  [['a', 'b', 'c', 'd', 'e'], '“a”, “b”, “c” and 2 more'],
])('lists %j', (items, words) => {
  expect(listWords(items, 3)).toBe(words);
});

it('names days and causes as people do', () => {
  expect(dayWords('2026-12-01')).toBe('1 Dec 2026');
  expect(causeWords('entity', true)).toBe('its catalog file changed');
  expect(causeWords('entity', false)).toBe('a catalog file around it changed');
  expect(causeWords('time', true)).toBe(
    'what was known about it has become too old',
  );
});

it('links to the page of an entity', () => {
  expect(pageOf('dataproduct:default/lab.orders')).toBe(
    '/catalog/default/dataproduct/lab.orders',
  );
});
