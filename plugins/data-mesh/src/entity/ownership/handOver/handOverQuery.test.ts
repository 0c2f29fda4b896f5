import {
  daysAfter,
  HandOverPlan,
  handOverSearch,
  isDay,
  readPlan,
  writePlan,
} from './handOverQuery';

describe('a plan in an address', () => {
  it.each<[HandOverPlan]>([
    [{}],
    [{ owner: 'group:default/a' }],
    [
      {
        owner: 'group:default/a',
        productOwner: 'user:default/b',
        on: '2026-12-24',
      },
    ],
  ])('%j is read as it was written', plan => {
    const search = writePlan(plan, new URLSearchParams('other=1'));
    expect(readPlan(search)).toEqual(plan);
    expect(search.get('other')).toBe('1');
  });

  it('is gone when the hand-over is closed, and only that', () => {
    const search = new URLSearchParams(`${handOverSearch({ owner: 'a' })}&x=1`);
    expect(String(writePlan(undefined, search))).toBe('x=1');
    expect(readPlan(new URLSearchParams('x=1'))).toBeUndefined();
  });

  it('leaves out a day that is none', () => {
    expect(
      readPlan(new URLSearchParams('handover=a&handover-on=2026-02-30')),
    ).toEqual({ owner: 'a' });
  });
});

describe('days', () => {
  it.each([
    ['2026-12-24', true],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['tomorrow', false],
    ['', false],
  ])('%s: %s', (text, expected) => expect(isDay(text)).toBe(expected));

  it('are counted over the end of a year', () => {
    expect(daysAfter('2026-12-10', 30)).toBe('2027-01-09');
  });
});
