import { decisions, decisionsFor, whyNot } from './decisions';
import { StoredWaiver } from './WaiverStore';

const TODAY = '2026-03-01';

const states = ['asked', 'approved', 'declined', 'revoked'] as const;

/** Everybody, on every kind of waiver, holding or over. */
const cases = states.flatMap(state =>
  ['2026-02-28', TODAY].flatMap(until =>
    [true, false].flatMap(mayManage =>
      ['ann', 'bea', undefined].map(person => ({
        waiver: { state, until, askedBy: 'ann' } as StoredWaiver,
        decider: { mayManage, person, today: TODAY },
      })),
    ),
  ),
);

describe('decisions on waivers', () => {
  it.each<[string, string, boolean, string, string[]]>([
    ['asked', 'ann', false, TODAY, ['revoke']],
    ['asked', 'ann', true, TODAY, ['revoke']],
    ['asked', 'bea', false, TODAY, []],
    ['asked', 'bea', true, TODAY, ['approve', 'decline']],
    ['asked', 'bea', true, '2026-02-28', ['decline']],
    ['asked', 'ann', false, '2026-02-28', ['revoke']],
    ['approved', 'ann', false, TODAY, ['revoke']],
    ['approved', 'bea', false, TODAY, []],
    ['approved', 'bea', true, TODAY, ['revoke']],
    ['approved', 'bea', true, '2026-02-28', []],
    ['declined', 'bea', true, TODAY, []],
    ['revoked', 'ann', true, TODAY, []],
  ])(
    '%s: %s (manages: %s) until %s',
    (state, person, mayManage, until, may) => {
      const waiver = { state, until, askedBy: 'ann' } as StoredWaiver;
      expect(decisionsFor(waiver, { person, mayManage, today: TODAY })).toEqual(
        may,
      );
    },
  );

  it('are for people, and never to approve what one has asked for', () => {
    const granted = cases.map(({ waiver, decider }) => ({
      person: decider.person,
      may: decisionsFor(waiver, decider),
    }));
    const own = granted.filter(({ person }) => person === 'ann');
    expect(own.flatMap(({ may }) => may)).not.toContain('approve');
    expect(own.flatMap(({ may }) => may)).not.toContain('decline');
    const services = granted.filter(({ person }) => person === undefined);
    expect(services.flatMap(({ may }) => may)).toEqual([]);
  });

  it('say why not, in a sentence', () => {
    for (const { waiver, decider } of cases) {
      for (const decision of decisions) {
        const may = decisionsFor(waiver, decider).includes(decision);
        const { name, message } = whyNot(waiver, decision, decider) ?? {};
        expect(name === undefined).toBe(may);
        expect(message ?? '.').toMatch(/\.$/);
      }
    }
  });
});
