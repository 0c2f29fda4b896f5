import {
  WaiverRecord,
  WaiverState,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { link } from '../testing/products';
import { exceptionsToShow } from './exceptionsToShow';

const waiver = (
  id: string,
  state: WaiverState,
  more: Partial<WaiverRecord> = {},
): WaiverRecord => ({
  id,
  entity: link('dataproduct:default/shipments', 'Shipments'),
  ruleSet: 'data-product-maturity',
  rule: 'contract',
  reason: 'It moves.',
  until: '2026-12-12',
  state,
  askedBy: link('user:default/ann', 'Ann'),
  askedAt: '2026-11-01T08:00:00Z',
  version: 1,
  may: [],
  ...more,
});

describe('exceptionsToShow', () => {
  it.each([
    ['one that waits', [waiver('a', 'asked')], ['a']],
    ['one that holds', [waiver('a', 'approved')], ['a']],
    ['one that was declined', [waiver('a', 'declined')], ['a']],
    [
      'no declined one whose last day is over',
      [waiver('a', 'declined', { until: '2026-11-20' })],
      [],
    ],
    [
      'a declined one on its last day',
      [waiver('a', 'declined', { until: '2026-11-21' })],
      ['a'],
    ],
    [
      'no declined one that was asked for anew',
      [waiver('b', 'asked'), waiver('a', 'declined')],
      ['b'],
    ],
    [
      'the last of two that were declined',
      [waiver('b', 'declined'), waiver('a', 'declined')],
      ['b'],
    ],
    [
      'a declined one beside one of another rule',
      [waiver('b', 'asked', { rule: 'owner' }), waiver('a', 'declined')],
      ['b', 'a'],
    ],
  ])('shows %s', (_, waivers, shown) => {
    expect(exceptionsToShow(waivers, '2026-11-21').map(({ id }) => id)).toEqual(
      shown,
    );
  });
});
