import { screen } from '@testing-library/react';
import { Measure } from '@backstage-data-mesh/plugin-data-mesh-common';
import { measure } from '../../testing/goals';
import { renderWith } from '../../testing/renderWith';
import { MeasureLine } from './MeasureLine';

const standing = (change: Partial<Measure['standing']>) => ({
  standing: { ...measure().standing, ...change },
});

describe('a measure in one line', () => {
  it.each<[string, Partial<Measure>, string]>([
    [
      'leads with values',
      {},
      'Missed appointments 14.2 to 12.6 %, expected 10.9 by now, wants 9Behind' +
        'getting better',
    ],
    [
      'says since when nobody has read it',
      standing({ status: 'stale', trend: undefined }),
      'Missed appointments 14.2 to 12.6 %, expected 10.9 by then, wants 9, ' +
        'last read on Nov 9, 2026No recent reading',
    ],
    [
      'starts somewhere',
      standing({
        status: 'no-data',
        current: { value: 14.2, date: '2026-03-26' },
        trend: undefined,
      }),
      'Missed appointments starts at 14.2 %, wants 9No reading yet',
    ],
    [
      'expects nothing where it is too early',
      standing({ status: 'too-early', trend: undefined }),
      'Missed appointments 14.2 to 12.6 %, wants 9Too early to say',
    ],
    [
      'expects nothing where it is reached',
      standing({
        status: 'achieved',
        current: { value: 8, date: '2026-11-09' },
      }),
      'Missed appointments 14.2 to 8 %, wants 9Reachedgetting better',
    ],
    [
      'is kept in a range',
      {
        name: 'Room temperature',
        direction: 'keep-in-range',
        unit: '°C',
        target: { date: '2027-03-21', from: 4, to: 8.5 },
        ...standing({
          status: 'on-track',
          current: { value: 5, date: '2026-11-09' },
          trend: 'flat',
        }),
      },
      'Room temperature 5 °C, wants 4 to 8.5Holdingnot moving',
    ],
    [
      'has no unit',
      { unit: '', ...standing({ trend: 'worse' }) },
      'Missed appointments 14.2 to 12.6, expected 10.9 by now, wants 9Behind' +
        'getting worse',
    ],
    [
      'claims no more exactness than it has',
      {
        name: 'Days',
        unit: 'days',
        baseline: { value: 168, date: '2025-12-26' },
        target: { value: 120, date: '2027-06-19' },
        ...standing({
          status: 'at-risk',
          expectedValue: 149.3333,
          current: { value: 1161, date: '2026-11-09' },
          trend: undefined,
        }),
      },
      'Days 168 to 1,161 days, expected 149 by now, wants 120A little behind',
    ],
    [
      'says what is wrong with it',
      {
        baseline: undefined,
        target: undefined,
        standing: { status: 'invalid', problems: ['It has no baseline.'] },
      },
      'Missed appointments not measured yetTo put right firstIt has no baseline.',
    ],
  ])('%s', async (_, change, text) => {
    renderWith(<MeasureLine measure={measure(change)} />, {});
    await screen.findByText(/Missed|Room|Days/);
    expect(screen.getByTestId('piece')).toHaveTextContent(text, {
      normalizeWhitespace: true,
    });
  });

  it('leaves its name out where that stands beside it', async () => {
    renderWith(<MeasureLine measure={measure()} hasName={false} />, {});
    await screen.findByText('Behind');
    expect(screen.getByTestId('piece')).not.toHaveTextContent('Missed');
    // A percentage of progress beside a unit of per cent misleads
    expect(screen.getByTestId('piece')).not.toHaveTextContent(/31|0\.3/);
  });
});
