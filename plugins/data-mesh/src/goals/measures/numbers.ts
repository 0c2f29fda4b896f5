import { Measure } from '@backstage-data-mesh/plugin-data-mesh-common';

/** More digits are noise in any unit that people talk about. */
const most = 4;

/** A number as people write it, in the language of the browser. */
export function numberWords(value: number, digits: number = most): string {
  return new Intl.NumberFormat(undefined, {
    maximumFractionDigits: digits,
  }).format(value);
}

/** A number with its unit, where it has one. */
export function amountWords(
  value: number,
  unit: string,
  digits?: number,
): string {
  const number = numberWords(value, digits);
  return unit ? `${number} ${unit}` : number;
}

/**
 * How many digits after the point the values of a measure have, so that what
 * is computed from them claims to be no more exact than they are.
 */
export function digitsOf(
  measure: Pick<Measure, 'baseline' | 'target' | 'standing'>,
): number {
  const { baseline, target, standing } = measure;
  const values = [
    baseline?.value,
    standing.current?.value,
    target?.value,
    target?.from,
    target?.to,
  ];
  return Math.max(
    0,
    ...values.map(value =>
      value === undefined
        ? 0
        : Math.min(most, (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length),
    ),
  );
}
