import {
  DomainProfile,
  DomainRow,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import type { ProfilePoint } from '../../components/charts/ProfileRadar';

/** The dimensions of a domain in their order, by their words once known. */
export function profileOf(
  profile: DomainProfile,
  row: DomainRow,
  outline: RuleSetOutline | undefined,
): ProfilePoint[] {
  const dimensions =
    outline?.dimensions ??
    Object.keys(row.dimensions).map(id => ({ id, title: id }));
  return dimensions
    .filter(({ id }) => Object.hasOwn(row.dimensions, id))
    .map(({ id, title }) => ({
      id,
      title,
      now: row.dimensions[id],
      want: profile.aspiration?.[id],
    }));
}

/** What differs from an earlier profile, in the order of the points. */
export function differencesFrom(
  before: DomainProfile['before'],
  points: readonly ProfilePoint[],
): { title: string; from: number; to: number }[] {
  return points.flatMap(({ id, title, now }) => {
    const from = before?.dimensions[id];
    return from === undefined || from === now ? [] : [{ title, from, to: now }];
  });
}

/** The levels of the dimensions in words, from 0. */
export function levelWords(
  outline: RuleSetOutline | undefined,
  points: readonly ProfilePoint[],
): string[] {
  return (
    outline?.levels.map(({ title }) => title) ??
    Array.from(
      { length: Math.max(4, ...points.map(({ now }) => now)) + 1 },
      (_, level) => String(level),
    )
  );
}
