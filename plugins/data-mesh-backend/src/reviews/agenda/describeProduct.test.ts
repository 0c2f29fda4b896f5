import { ReviewPoint } from '@backstage-data-mesh/plugin-data-mesh-common';
import { KnownWord } from '../../evidence/foldEvidence';
import { StoredRule } from '../../resultViews/StoredResults';
import { describeProduct } from './describeProduct';
import { ProductToReview } from './rows';

const ref = 'dataproduct:default/orders';
const name = (of: string | null | undefined) =>
  of ? { ref: of, title: of.split('/')[1], exists: true } : undefined;

const word = (key: string, value: unknown, observedAt: string): KnownWord => ({
  entityRef: ref,
  key,
  value,
  observedAt,
  since: observedAt,
  receivedAt: observedAt,
  source: 'user:default/ann',
  way: 'portal',
});

function describeIt(
  product: Partial<ProductToReview>,
  known: Partial<Parameters<typeof describeProduct>[1]> = {},
) {
  return describeProduct(
    { ref, ...product },
    {
      today: '2026-03-01',
      records: [],
      users: [],
      rules: [],
      points: [],
      earlier: [],
      asked: new Set(),
      ...known,
    },
    name,
  );
}

const reviewed = (status: StoredRule['status']) =>
  [{ ruleSet: 'data-product-maturity', code: 'DP-L3', status }] as StoredRule[];
const point = (code: string) => ({ code } as ReviewPoint);

describe('describeProduct', () => {
  it.each<[string, boolean, Partial<ProductToReview>, StoredRule[], string?]>([
    ['is overdue by its rule', true, {}, reviewed('fail')],
    ['was never looked at', true, {}, reviewed('unknown')],
    ['was reviewed in time', false, {}, reviewed('pass')],
    ['has an exception', false, {}, reviewed('waived')],
    ['has no first version', false, {}, reviewed('not-applicable')],
    ['no rule asks about it, young', false, { lifecycle: 'candidate' }, []],
    ['no rule asks about it, in use', true, { lifecycle: 'production' }, []],
    ['no rule, MVP to come', false, { mvpAt: '2026-03-02' }, []],
    ['no rule, MVP of late', false, { mvpAt: '2025-12-01' }, []],
    ['no rule, MVP long ago', true, { mvpAt: '2025-11-30' }, []],
    [
      'no rule, reviewed of late',
      false,
      { mvpAt: '2025-01-01' },
      [],
      '2026-02-01',
    ],
    [
      'no rule, reviewed long ago',
      true,
      { mvpAt: '2025-01-01' },
      [],
      '2025-11-01',
    ],
  ])('%s: due %s', (...row) => {
    const [, isDue, product, rules, heldAt] = row;
    const records = heldAt
      ? [word('review.heldAt', heldAt, `${heldAt}T08:00:00.000Z`)]
      : [];
    expect(describeIt(product, { rules, records })).toMatchObject({
      isDue,
      last: heldAt ? { heldAt } : {},
    });
  });

  it.each([
    [[], undefined],
    [['OF-12'], undefined],
    [['OF-24'], { decision: 'invest', because: 'more-users' }],
    [['OF-24', 'OF-04'], { decision: 'hand-over', because: 'owned-elsewhere' }],
    [['OF-04', 'OF-13'], { decision: 'retire', because: 'unused' }],
  ])('open points %j suggest %j', (codes, suggested) => {
    expect(describeIt({}, { points: codes.map(point) })?.suggested).toEqual(
      suggested,
    );
  });

  it('tells how old evidence is', () => {
    const records = [
      word('promises.kept', true, '2026-01-29T08:00:00.000Z'),
      word('usage.last30Days', 12, '2026-01-30T08:00:00.000Z'),
    ];
    expect(describeIt({}, { records })).toMatchObject({
      promises: { value: true, holds: false },
      use: { last30Days: { value: 12, holds: true } },
    });
    expect(describeIt({})?.use).toBe(undefined);
  });
});
