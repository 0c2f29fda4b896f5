import { ChangeCause } from '@backstage-data-mesh/plugin-data-mesh-common';
import fc from 'fast-check';
import { findLevelDrop, LevelChange } from './levelDrops';

/** `3>2` at the first minute, and so on; `!` rule set, `?` baseline. */
function changesOf(text: string): LevelChange[] {
  return text.split(' ').map((word, minute) => {
    const [, before, after, mark] = /^(\d|-)>(\d|-)([!?]?)$/.exec(word)!;
    const causes: Record<string, ChangeCause> = {
      '!': 'rule-set',
      '?': 'baseline',
    };
    return {
      id: `c${minute}`,
      at: atMinute(minute),
      before: before === '-' ? null : Number(before),
      after: after === '-' ? null : Number(after),
      cause: causes[mark] ?? 'contract',
      isOwn: false,
    };
  });
}

function atMinute(minute: number) {
  return new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString();
}

function summary(text: string, settled = 50) {
  const drop = findLevelDrop(changesOf(text), atMinute(settled));
  return (
    drop && `${drop.from}>${drop.to} ${drop.changes.map(({ id }) => id).join()}`
  );
}

describe('findLevelDrop', () => {
  it.each([
    ['a fall', '3>2', '3>2 c0'],
    ['two falls', '3>2 2>1', '3>1 c0,c1'],
    ['a fall and half the way up', '4>1 1>2', '4>2 c0'],
    ['a fall, up again, and down', '3>2 2>3 3>1', '3>1 c2'],
    ['a rise', '2>3', undefined],
    ['a fall that was mended', '3>2 2>3', undefined],
    ['a fall that was more than mended', '3>2 2>4', undefined],
    ['a rise and half the way down', '1>4 4>2', '4>2 c1'],
    ['a fall by other rules', '3>2!', undefined],
    ['other rules after a fall', '3>2 2>1!', undefined],
    ['a fall after other rules', '3>2! 2>1', '2>1 c1'],
    ['a baseline', '->2?', undefined],
    ['a fall after the baseline', '->2? 2>1', '2>1 c1'],
    ['what is no longer measured', '3>2 2>-', undefined],
    ['what is measured again', '2>- ->1 1>0', '1>0 c2'],
  ])('%s', (_name, text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it.each([
    ['a fall just now', '3>2', 0, undefined],
    ['of two falls the one that has been there', '3>2 2>1', 1, '3>2 c0'],
    ['a fall that is just being mended', '3>2 2>3', 1, undefined],
    ['a fall that gets half better just now', '3>1 1>2', 1, '3>1 c0'],
    ['other rules just now', '3>2 2>1!', 1, undefined],
  ])('%s', (_name, text, settled, expected) => {
    expect(summary(text, settled)).toBe(expected);
  });

  it('never tells of a level that is as high as it was', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 4 }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 12 }), (levels, settled) => {
        const changes = changesOf(
          levels
            .slice(1)
            .map((level, i) => `${levels[i]}>${level}`)
            .join(' '),
        );
        const drop = findLevelDrop(changes, atMinute(settled));
        const then = levels[Math.min(settled, changes.length)];
        const now = levels[levels.length - 1];
        const isTrue =
          !drop || (drop.to === then && Math.max(now, then) < drop.from);
        expect(isTrue).toBe(true);

        // What was highest, fell and stayed down is always told.
        const highest = Math.max(...levels);
        const isDown =
          levels.lastIndexOf(highest) < Math.min(settled, changes.length);
        expect(!isDown || drop?.from === highest).toBe(true);
      }),
    );
  });
});
