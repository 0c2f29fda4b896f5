import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { addDays } from './dayZero';

const PLACEHOLDER = /^D([+-]\d+)?$/;

// More than 270 years either way, so that a year always has four digits
const MAX_OFFSET = 100_000;

/**
 * Turns whole values such as `D`, `D+30` and `D-430` into dates, counted in
 * days from day 0.
 *
 * @param dayZero - such as `2025-11-17`
 */
export function resolveDates<T extends JsonValue>(value: T, dayZero: string): T;
export function resolveDates(value: JsonValue, dayZero: string): JsonValue {
  if (typeof value === 'string') {
    return resolveText(value, dayZero);
  }
  if (Array.isArray(value)) {
    return value.map(item => resolveDates(item, dayZero));
  }
  if (value !== null && typeof value === 'object') {
    return resolveObject(value, dayZero);
  }
  return value;
}

function resolveObject(object: JsonObject, dayZero: string): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      value === undefined ? value : resolveDates(value, dayZero),
    ]),
  );
}

function resolveText(text: string, dayZero: string): string {
  const match = PLACEHOLDER.exec(text);
  if (!match) {
    return text;
  }
  const offset = Number(match[1] ?? 0);
  if (Math.abs(offset) > MAX_OFFSET) {
    throw new InputError(
      `"${text}" is no date: at most ${MAX_OFFSET} days from day 0 can be given`,
    );
  }
  return addDays(dayZero, offset);
}
