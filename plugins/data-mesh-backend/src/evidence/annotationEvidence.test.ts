import { annotationEvidence } from './annotationEvidence';

const read = (annotations: Record<string, string>, kind = 'DataProduct') =>
  annotationEvidence(
    kind,
    Object.fromEntries(
      Object.entries(annotations).map(([name, value]) => [
        `backstage-data-mesh.io/${name}`,
        value,
      ]),
    ),
  );

describe('annotationEvidence', () => {
  it('reads values with the day they were observed', () => {
    expect(
      read({
        'evidence.promises.kept': 'true',
        'evidence.usage.last30Days': '12',
        'evidence.review.heldAt': '2026-01-25',
        'evidence.review.heldAt.observed-at': '2026-01-26T10:00:00+01:00',
        'evidence.answer.stands-alone': 'false',
        'evidence.observed-at': '2026-02-27',
        'data-lead': 'user:default/ann',
      }),
    ).toEqual({
      records: [
        ['promises.kept', true, '2026-02-27T00:00:00.000Z'],
        ['usage.last30Days', 12, '2026-02-27T00:00:00.000Z'],
        ['review.heldAt', '2026-01-25', '2026-01-26T09:00:00.000Z'],
        ['answer.stands-alone', false, '2026-02-27T00:00:00.000Z'],
      ].map(([key, value, observedAt]) => ({
        key,
        value,
        observedAt,
        way: 'annotation',
        source: 'annotation',
      })),
      problems: [],
    });
  });

  it('reads nothing where there is nothing', () => {
    expect(annotationEvidence('Domain', undefined)).toEqual({
      records: [],
      problems: [],
    });
  });

  const dated = { 'evidence.observed-at': '2026-02-27' };
  it.each([
    [{ 'evidence.promises.kept': 'true' }, 'does not say when this was so'],
    [
      { 'evidence.promises.kept': 'true', 'evidence.observed-at': 'then' },
      '“then” is no day or time',
    ],
    [{ ...dated, 'evidence.promises.kept': 'yes' }, 'does not fit'],
    [{ ...dated, 'evidence.promises.broken': 'true' }, 'no such evidence key'],
    [{ ...dated, 'evidence.toString': 'true' }, 'no such evidence key'],
    [{ ...dated, 'evidence.goals.living': '1' }, 'no such evidence key'],
    [
      { ...dated, 'evidence.governance.representative': 'true' },
      'this key is about a Domain',
    ],
  ])('leaves out %j and says why', (annotations, problem) => {
    const { records, problems } = read({
      ...annotations,
      'evidence.usage.last30Days': '1',
      'evidence.usage.last30Days.observed-at': '2026-02-27',
    });
    expect(records).toHaveLength(1);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).toMatch(/^backstage-data-mesh\.io\/evidence\./);
  });
});
