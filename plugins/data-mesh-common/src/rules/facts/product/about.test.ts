import { contextOf } from '../__testUtils__/contexts';
import { aboutFacts } from './about';

describe('aboutFacts', () => {
  it('tells a title from a name that stands in for it', () => {
    expect(aboutFacts(contextOf()).product).toMatchObject({
      title: 'orders',
      hasTitle: false,
      purpose: '',
      lifecycle: '',
    });
    expect(aboutFacts(contextOf({ title: 'Orders' })).product).toMatchObject({
      title: 'Orders',
      hasTitle: true,
    });
  });

  it.each([
    ['2026-02-01', 'experimental', true, 28],
    ['2026-03-02', 'production', false, null],
    [undefined, 'production', true, null],
    [undefined, 'candidate', false, null],
    ['soon', 'experimental', false, null],
  ])('first version on %s, %s', (mvpAt, lifecycle, isPastMvp, daysSinceMvp) => {
    expect(aboutFacts(contextOf({ mvpAt, lifecycle })).product).toMatchObject({
      isPastMvp,
      daysSinceMvp,
    });
  });
});
