import { ruleSets } from '../testing/ruleSets';
import { levelIn } from './levels';

const [outline] = ruleSets().items.find(
  ({ id }) => id === 'data-product-maturity',
)!.outlines;

describe('a level in a change', () => {
  it.each([
    ['3', { level: 3, title: 'Trusted' }],
    ['trusted', { level: 3, title: 'Trusted' }],
    ['0', { level: 0, title: 'Listed' }],
    ['9', { level: 9, title: '9' }],
    ['pass', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s', (told, expected) => {
    expect(levelIn(outline, told)).toEqual(expected);
  });
});
