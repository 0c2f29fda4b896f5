import { contextOf, evidenceOf } from '../__testUtils__/contexts';
import { lifeFacts } from './life';

describe('lifeFacts', () => {
  it.each([
    ['a review', '2025-01-01', '2026-02-01', 28],
    ['the first version', '2025-03-01', undefined, 365],
    ['neither', undefined, undefined, null],
    ['a review to come', undefined, '2026-04-01', null],
  ])('days since %s', (_, mvpAt, heldAt, daysSince) => {
    const evidence = heldAt ? [evidenceOf('review.heldAt', heldAt)] : [];

    expect(lifeFacts(contextOf({ mvpAt }, { evidence })).review.daysSince).toBe(
      daysSince,
    );
  });

  it.each([
    ['looked at lately', '2026-02-20', 200],
    ['not looked at for long', '2026-01-15', null],
  ])('last use, %s', (_, observed, daysSinceLast) => {
    const evidence = [
      evidenceOf('usage.lastUsedAt', '2025-08-13', {
        observedAt: `${observed}T00:00:00Z`,
      }),
    ];

    expect(lifeFacts(contextOf({}, { evidence })).usage.daysSinceLast).toBe(
      daysSinceLast,
    );
  });

  it.each([
    ['nothing', [], false, false],
    [
      'an agreement and more time',
      [
        evidenceOf('agreements.agreed', true),
        evidenceOf('capacity.raisedAt', '2026-01-15'),
      ],
      true,
      true,
    ],
    [
      'a refusal and more time long ago',
      [
        evidenceOf('agreements.agreed', false),
        evidenceOf('capacity.raisedAt', '2025-01-15'),
      ],
      false,
      false,
    ],
  ])('recorded: %s', (_, evidence, agreed, wasRaised) => {
    const facts = lifeFacts(contextOf({}, { evidence }));

    expect(facts.agreements.agreed).toBe(agreed);
    expect(facts.capacity.wasRaised).toBe(wasRaised);
  });
});
