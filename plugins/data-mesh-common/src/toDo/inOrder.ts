import { severities } from '../results';
import { ToDoEntry } from './ToDo';

/**
 * The first thing first: what has to be sorted out now and is no rule's; then
 * the levels up to the horizon, which is the target or, where nothing is asked,
 * the level reached; then what is urgent beyond it; then all else. Within each,
 * the lowest level, `must` before `should`, and what most others wait for.
 */
export function inOrder(
  entries: readonly ToDoEntry[],
  horizon: number,
): ToDoEntry[] {
  const rankOf = (entry: ToDoEntry) => [
    placeOf(entry, horizon),
    entry.level ?? 0,
    entry.rule?.weight === 'should' ? 1 : 0,
    -entry.unblocks,
    entry.severity ? severities.indexOf(entry.severity) : severities.length,
  ];
  return entries
    .map(entry => ({ entry, rank: rankOf(entry) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ entry }) => entry);
}

function placeOf(entry: ToDoEntry, horizon: number): number {
  const { kind, level, severity, isRequired, rule } = entry;
  if (kind === 'fault' && severity === 'high') {
    return 0;
  }
  if (rule?.rollout === 'draft') {
    return 5;
  }
  if (isRequired || (level !== undefined && level <= horizon)) {
    return 1;
  }
  if (severity === 'high' || (kind === 'fault' && severity === 'medium')) {
    return 2;
  }
  if (kind === 'warning') {
    return 3;
  }
  return kind === 'fault' ? 5 : 4;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    if (rank !== b[index]) {
      return rank - b[index];
    }
  }
  return 0;
}
