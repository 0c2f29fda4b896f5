import { EvidenceRecord, EvidenceWay } from './EvidenceRecord';
import { evidenceByAuthor, pickEvidence } from './pickEvidence';

const TODAY = '2026-03-01';

const record = (
  way: EvidenceWay,
  observedAt: string,
  changes: Partial<EvidenceRecord> = {},
): EvidenceRecord => ({
  key: 'promises.kept',
  value: true,
  observedAt,
  way,
  source: way,
  ...changes,
});

describe('pickEvidence', () => {
  const measured = record('push', '2026-02-20T00:00:00Z');
  const older = record('push', '2026-02-10T00:00:00Z');
  const outdated = record('push', '2026-01-15T00:00:00Z');
  const said = record('portal', '2026-02-25T00:00:00Z');

  it.each([
    ['the newest of one way', [older, measured], measured],
    ['what was measured, before what is said', [said, measured], measured],
    [
      'what is said, where what was measured is outdated',
      [outdated, said],
      said,
    ],
    [
      'the newest, where all is outdated',
      [record('portal', '2025-01-01T00:00:00Z'), outdated],
      outdated,
    ],
    [
      'what has not expired',
      [{ ...measured, expiresAt: '2026-02-28T23:59:59Z' }, older],
      older,
    ],
    [
      'what expires today',
      [{ ...measured, expiresAt: '2026-03-01T00:00:00Z' }, older],
      { ...measured, expiresAt: '2026-03-01T00:00:00Z' },
    ],
    ['nothing that does not fit', [{ ...measured, value: 'yes' }], undefined],
    [
      'nothing with a time that is none',
      [{ ...measured, observedAt: 'then' }, older],
      older,
    ],
  ])('takes %s', (_, records, expected) => {
    expect(pickEvidence(records, TODAY)['promises.kept']).toEqual(expected);
    expect(
      pickEvidence([...records].reverse(), TODAY)['promises.kept'],
    ).toEqual(expected);
  });

  it('leaves out keys that nobody declared, and takes answers', () => {
    const picked = pickEvidence(
      [
        record('portal', TODAY, { key: 'whatever' }),
        record('portal', TODAY, { key: 'toString' }),
        record('portal', TODAY, { key: 'answer.stands-alone' }),
      ],
      TODAY,
    );

    expect(Object.keys(picked)).toEqual(['answer.stands-alone']);
  });
});

describe('evidenceByAuthor', () => {
  it('takes the newest of each that still holds', () => {
    const says = (source: string, value: string, observedAt: string) =>
      record('portal', observedAt, {
        key: 'consumers.stillUsing',
        source,
        value,
      });

    expect(
      evidenceByAuthor(
        'consumers.stillUsing',
        [
          says('ann', 'no', '2026-01-01'),
          says('ann', 'yes', '2026-02-01'),
          says('bo', 'yes', '2025-02-01'),
          says('cy', 'perhaps', '2026-02-01'),
        ],
        TODAY,
      ).map(({ source, value }) => [source, value]),
    ).toEqual([['ann', 'yes']]);
  });
});
