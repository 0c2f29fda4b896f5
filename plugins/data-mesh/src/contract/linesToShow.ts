/** Texts up to this length are shown whole. */
const WHOLE = 2000;

/** Of longer ones: the beginning, and this many lines around each mark. */
const AROUND = 20;

/** A run of lines, first and last included, counted from 1. */
export type Lines = { from: number; to: number; isGap: boolean };

/** Cuts a long text down to what explains the marked lines. */
export function linesToShow(total: number, marked: readonly number[]): Lines[] {
  if (total <= WHOLE) {
    return [{ from: 1, to: total, isGap: false }];
  }
  const runs: Lines[] = [];
  for (const line of [1, ...[...marked].sort((a, b) => a - b)]) {
    const from = Math.max(1, line - AROUND);
    const to = Math.min(total, line + AROUND);
    const last = runs[runs.length - 1];
    if (last && from <= last.to + 1) {
      last.to = Math.max(last.to, to);
    } else {
      if (last) {
        runs.push({ from: last.to + 1, to: from - 1, isGap: true });
      }
      runs.push({ from, to, isGap: false });
    }
  }
  const end = runs[runs.length - 1].to;
  return end < total
    ? [...runs, { from: end + 1, to: total, isGap: true }]
    : runs;
}
