import { FactUnit } from '../facts/declareFacts';
import { addDays } from './days';

/** The most elements of a list that are told. */
const MAX_TOLD = 10;

/**
 * A value in words. An age is told as the day it is counted from, so that the
 * words hold tomorrow, too.
 */
export function tellValue(
  value: unknown,
  unit: FactUnit | undefined,
  today: string,
): string {
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (typeof value === 'number') {
    return tellNumber(value, unit, today);
  }
  if (Array.isArray(value)) {
    const told = value.slice(0, MAX_TOLD).map(String);
    const more = value.length - told.length;
    return told.length
      ? told.join(', ') + (more ? ` and ${more} more` : '')
      : 'none';
  }
  return typeof value === 'string' && value ? `“${value}”` : 'nothing';
}

function tellNumber(
  value: number,
  unit: FactUnit | undefined,
  today: string,
): string {
  switch (unit) {
    case 'share':
      // Rounded down, so that 79.6 % is not told as the 80 % that it misses.
      return `${Math.floor(value * 1000 + 1e-9) / 10} %`;
    case 'days':
      return value === 1 ? '1 day' : `${value} days`;
    case 'days ago':
      return addDays(today, -value) ?? 'long ago';
    default:
      return String(Math.round(value * 10_000) / 10_000);
  }
}
