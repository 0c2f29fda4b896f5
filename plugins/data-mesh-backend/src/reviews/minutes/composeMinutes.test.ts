import fc from 'fast-check';
import { composeMinutes } from './composeMinutes';
import { ReviewSnapshot, seenPart } from './ReviewSnapshot';

const orders = { ref: 'dataproduct:default/orders', title: 'Lab orders' };

const snapshot: ReviewSnapshot = {
  domain: { ref: 'domain:default/care', title: 'Patient care' },
  day: '2026-03-01',
  since: '2025-12-01',
  isFirst: false,
  participants: [{ ref: 'user:default/ann', title: 'Ann' }],
  closedBy: { ref: 'user:default/bea', title: 'Bea' },
  notes: 'We meet **again**.',
  dimensions: [{ title: 'Ownership', level: 'Working' }],
  products: [
    {
      ...orders,
      level: 'Usable',
      target: 'Trusted',
      users: ['group:default/team-b'],
      use: 214,
      isDue: true,
      said: { decision: 'hand-over', next: 'Talk to team B', funded: false },
    },
  ],
  nodes: [
    {
      id: 'G',
      kind: 'goal',
      title: 'Nobody waits',
      state: 'active',
      measures: [{ id: 'M', name: 'Hours', text: '8 h: behind' }],
    },
  ],
  decisions: [
    {
      nodeId: 'B',
      node: 'Show the queue',
      kind: 'bet',
      type: 'double-down',
      reason: 'It works',
      by: 'Ann',
    },
  ],
  openPoints: [
    {
      entity: { ...orders, exists: true },
      rule: 'stale-review',
      code: 'OF-12',
      title: 'Its review is overdue',
      severity: 'medium',
      since: '2026-02-01T08:00:00.000Z',
    },
  ],
  changes: {
    levels: [{ ref: orders.ref, text: 'Lab orders: from Owned to Usable' }],
    levelsTotal: 3,
    readings: [
      {
        nodeId: 'G',
        node: 'Nobody waits',
        measureId: 'M',
        measure: 'Hours',
        unit: 'h',
        before: 9.5,
        now: 8,
        date: '2026-02-20',
        count: 2,
      },
    ],
    decisions: [
      {
        nodeId: 'G',
        node: 'Nobody waits',
        kind: 'goal',
        date: '2026-01-10',
        type: 'continue',
        reason: 'x',
      },
    ],
    nodes: [
      {
        id: 'B',
        kind: 'bet',
        title: 'Show the queue',
        what: 'added',
        at: '2026-01-02T00:00:00.000Z',
      },
    ],
  },
};

describe('composeMinutes', () => {
  it('tells all of a review', () => {
    expect(composeMinutes(snapshot)).toBe(`# Review of Patient care, 1 Mar 2026

With Ann. Closed by Bea. The last review was closed on 1 Dec 2025.

## Decided on data products

- **Lab orders**: hand over. Next: Talk to team B. Nobody pays for running it.

## Decided on goals and bets

- bet **Show the queue**: double down. It works. (Ann)

## Open points of ownership

- This quarter: Lab orders, Its review is overdue, since 1 Feb 2026

## How the goals stand

- goal **Nobody waits** (active)
  - Hours: 8 h: behind

## How the data products stand

| Data product | Level | Target | Teams that use it | Use in 30 days |
| --- | --- | --- | --- | --- |
| Lab orders | Usable | Trusted | 1 | 214 |

## How the domain stands

- Ownership: Working

## What changed

- Lab orders: from Owned to Usable
- and 2 more changes of levels
- Hours of “Nobody waits”: 9.5 to 8 h (2 readings)
- goal “Nobody waits”: continue, 10 Jan 2026
- bet “Show the queue” added

## Notes

We meet **again**.
`);
  });

  it('leaves out what there is none of', () => {
    const { changes } = snapshot;
    expect(
      composeMinutes({
        ...snapshot,
        isFirst: true,
        participants: [],
        closedBy: undefined,
        notes: undefined,
        dimensions: [],
        products: [],
        nodes: [],
        decisions: [],
        openPoints: [],
        changes: {
          ...changes,
          levels: [],
          levelsTotal: 0,
          readings: [],
          decisions: [],
          nodes: [],
        },
      }),
    ).toBe(`# Review of Patient care, 1 Mar 2026

The first review; it looks back to 1 Dec 2025.
`);
  });

  it('keeps its form whatever people write', () => {
    const skeletonOf = (minutes: string) =>
      minutes
        .split('\n')
        .map(line => /^(#+ |\s*- |\||$)/.exec(line)?.[0] ?? 'text');
    const written = (text: string) => {
      const [product] = snapshot.products;
      return composeMinutes({
        ...snapshot,
        notes: undefined,
        products: [
          {
            ...product,
            title: text,
            said: { decision: 'keep', value: text, costBand: text, next: text },
          },
        ],
        decisions: [{ ...snapshot.decisions[0], reason: text, learning: text }],
      });
    };
    const usual = skeletonOf(written('x'));
    fc.assert(
      fc.property(
        fc
          .string({ minLength: 1, unit: 'grapheme' })
          .filter(text => !!text.trim()),
        text => {
          const minutes = written(text);
          expect(skeletonOf(minutes)).toEqual(usual);
          const [row] = minutes
            .split('\n')
            .filter(line => line.startsWith('| ') && line.includes('Usable'));
          expect(row.replace(/\\./g, '').split('|')).toHaveLength(7);
        },
      ),
    );
  });
});

describe('seenPart', () => {
  it('is all of it for those who see all', () => {
    expect(seenPart(snapshot, () => true)).toBe(snapshot);
  });

  it('has nothing of what is hidden', () => {
    const seen = seenPart(snapshot, ref => ref !== orders.ref);
    expect(JSON.stringify(seen)).not.toContain('Lab orders');
    expect(seen.decisions).toMatchObject([{ node: 'Show the queue' }]);
  });

  it('names nobody who is hidden', () => {
    const seen = seenPart(snapshot, ref => !ref.startsWith('user:'));
    expect(composeMinutes(seen)).not.toMatch(/Ann|Bea/);
  });
});
