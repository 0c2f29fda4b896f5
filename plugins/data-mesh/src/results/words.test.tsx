import { screen } from '@testing-library/react';
import {
  Cause,
  RuleStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { link } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { daysAgo, outlines } from '../testing/results';
import { daysSince } from './useResultWords';
import {
  CauseWords,
  LevelWord,
  SeverityWord,
  Since,
  StatusWord,
} from './words';

const piece = () => screen.getByTestId('piece');

describe('words of results', () => {
  it.each<[RuleStatus, string]>([
    ['pass', 'Done'],
    ['fail', 'To do'],
    ['unknown', 'Not known yet'],
    ['waiting', 'Waiting'],
    ['waived', 'Set aside until Dec 12, 2026'],
    ['not-applicable', 'Does not apply'],
    ['not-measured', 'Not measured here yet'],
  ])('%s is “%s”', async (status, word) => {
    renderWith(<StatusWord status={status} until="2026-12-12" />);
    expect(piece()).toHaveTextContent(word);
    expect(await accessibilityProblems(piece())).toEqual([]);
  });

  it.each<[Cause, string]>([
    [{ kind: 'baseline' }, 'it was looked at for the first time'],
    [{ kind: 'entity' }, 'a catalog file changed'],
    [
      { kind: 'entity', entity: link('dataproduct:default/a', 'A') },
      'the catalog file of A changed',
    ],
    [
      { kind: 'contract', entity: link('api:default/a', 'A') },
      'the contract A changed',
    ],
    [{ kind: 'evidence' }, 'new evidence came'],
    [{ kind: 'evidence', key: 'a.b' }, 'new evidence came: a.b'],
    [{ kind: 'evidence', key: 'a.b', source: 'ci' }, 'ci delivered a.b'],
    [{ kind: 'answer', by: link('user:default/a', 'Ann') }, 'Ann answered'],
    [{ kind: 'waiver' }, 'an exception was granted, taken back or ran out'],
    [{ kind: 'goals' }, 'a goal, its measure or what is linked to it changed'],
    [{ kind: 'rule-set' }, 'the rules changed'],
    [
      { kind: 'time' },
      'time went by: what was known grew too old, or a date passed',
    ],
  ])('the cause %p is told', (cause, words) => {
    renderWith(<CauseWords cause={cause} />);
    expect(piece()).toHaveTextContent(words);
  });

  it.each([
    [null, 'since before it was measured'],
    [daysAgo(0), 'since today'],
    [daysAgo(1), 'for 1 day'],
    [daysAgo(15), 'for 15 days'],
    ['2020-03-01T10:00:00Z', 'since Mar 1, 2020'],
  ])('%p is “%s”', (since, words) => {
    renderWith(<Since since={since} />);
    expect(piece()).toHaveTextContent(words);
  });

  it('names levels as the rule set does, else by number', () => {
    renderWith(
      <>
        <LevelWord outline={outlines[0]} level={3} />,
        <LevelWord outline={undefined} level={3} />,
        <SeverityWord severity="high" />
      </>,
    );
    expect(piece()).toHaveTextContent('Trusted,Level 3,Sort out now');
  });
});

describe('daysSince', () => {
  const now = Date.parse('2026-03-02T00:30:00Z');

  it.each([
    ['2026-03-01T23:59:00Z', 1],
    ['2026-03-01', 1],
    ['2026-03-02T23:00:00Z', 0],
    ['2026-04-01', 0],
  ])('%s is %d days ago', (time, days) => {
    expect(daysSince(time, now)).toBe(days);
  });
});
