import { resultsOf, ruleSets } from '../../testing/ruleSets';
import { link } from '../../testing/products';
import { bySeverity, OpenPoint, pointsInList, pointsOf } from './openPoints';

const outline = ruleSets()
  .items.find(({ id }) => id === 'ownership-faults')!
  .outlines.find(({ subject }) => subject === 'DataProduct')!;
const faults = (changes: Parameters<typeof resultsOf>[2]) =>
  resultsOf('dataproduct:default/a', 'A', changes).items.find(
    ({ ruleSet }) => ruleSet === 'ownership-faults',
  )!;

const point = (change: Partial<OpenPoint>): OpenPoint => ({
  code: 'OF-01',
  title: 'x',
  severity: 'high',
  since: null,
  ...change,
});

describe('points of ownership', () => {
  it('are those about who answers; others are shown with their rule', () => {
    const points = pointsOf(
      faults({
        'OF-01': { status: 'fail', severity: 'high', since: '2026-09-22' },
        'OF-09': { status: 'fail', severity: 'medium' },
        'OF-10': { status: 'fail', severity: 'high' },
        'OF-24': { status: 'fail', severity: 'medium' },
      }),
      outline,
    );
    expect(points.open.map(({ code, title }) => [code, title])).toEqual([
      ['OF-01', 'No team answers for it'],
      ['OF-09', 'Its product owner answers for too many products'],
    ]);
    expect(points.open[0].fix).toMatch(/Set spec.owner to a team/);
  });

  it('are told apart from what is set aside, not known or does not apply', () => {
    expect(
      pointsOf(
        faults({
          'OF-03': {
            status: 'waived',
            waivedUntil: '2026-12-12',
            severity: 'medium',
          },
          'OF-08': { status: 'unknown', reason: 'Its system is not known.' },
          'OF-07': { status: 'not-applicable' },
          'OF-05': { status: 'waiting', reason: 'Waits.' },
        }),
        outline,
      ),
    ).toEqual({
      open: [],
      unknown: [{ code: 'OF-08', words: 'Its system is not known.' }],
      setAside: [
        {
          code: 'OF-03',
          title: 'The team that owns it has fewer than two people',
          until: '2026-12-12',
        },
      ],
    });
  });

  it('go by their reason or code where the texts are missing', () => {
    const { open } = pointsOf(
      faults({
        'OF-01': { status: 'fail', reason: 'Nobody is there.' },
        'OF-06': { status: 'fail' },
      }),
      undefined,
    );
    expect(open.map(({ title, severity }) => [title, severity])).toEqual([
      ['Nobody is there.', 'medium'],
      ['OF-06', 'medium'],
    ]);
  });

  it('of several products name the product', () => {
    const of = link('dataproduct:default/a', 'A');
    const points = pointsInList(
      {
        total: 1,
        items: [
          {
            entity: of,
            since: null,
            unmet: [
              {
                rule: 'central-owner',
                code: 'OF-04',
                status: 'fail',
                severity: 'high',
                since: null,
              },
              {
                rule: 'no-consumer',
                code: 'OF-10',
                status: 'fail',
                severity: 'high',
                since: null,
              },
              {
                rule: 'thin-team',
                code: 'OF-03',
                status: 'unknown',
                since: null,
              },
            ],
          },
        ],
      },
      outline,
    );
    expect(points).toEqual([
      expect.objectContaining({ code: 'OF-04', subject: of, severity: 'high' }),
    ]);
  });

  it('come by urgency, then by age', () => {
    expect(
      bySeverity([
        point({ code: 'OF-03', severity: 'medium' }),
        point({ code: 'OF-02', since: '2026-10-01' }),
        point({ code: 'OF-06', since: null }),
        point({ code: 'OF-01', since: null }),
      ]).map(({ severity, points }) => [
        severity,
        points.map(({ code }) => code).join(),
      ]),
    ).toEqual([
      ['high', 'OF-01,OF-06,OF-02'],
      ['medium', 'OF-03'],
    ]);
  });
});
