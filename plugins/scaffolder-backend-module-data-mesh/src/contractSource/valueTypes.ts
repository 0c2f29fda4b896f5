import { FieldDraft } from '@backstage-data-mesh/plugin-data-mesh-common';

type FieldType = FieldDraft['type'];

/**
 * As many values have to be seen before a field that always has one is guessed
 * to be required. A handful of pasted rows says nothing about the rest.
 */
export const ENOUGH_VALUES = 10;

const INTEGER = /^[+-]?(0|[1-9]\d{0,17})$/;
const NUMBER =
  /^[+-]?(0|[1-9]\d{0,17})?[.,]\d{1,20}$|^[+-]?\d{1,18}([.,]\d{1,20})?e[+-]?\d{1,3}$/i;
const BOOLEAN = /^(true|false|yes|no)$/i;
const DATE = /^\d{4}-\d\d-\d\d$|^\d\d?\.\d\d?\.\d{4}$|^\d\d?\/\d\d?\/\d{4}$/;
const TIME = /^\d\d?:\d\d(:\d\d(\.\d{1,9})?)?$/;
const TIMESTAMP =
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?( ?(Z|UTC|[+-]\d\d(:?\d\d)?))?$/;

/**
 * The type that a value written as text looks like. Digits with a leading zero
 * and very long ones are text: they are codes, and as numbers they would lose
 * something.
 */
export function typeOfText(value: string): FieldType {
  if (INTEGER.test(value)) {
    return 'integer';
  }
  if (NUMBER.test(value)) {
    return 'number';
  }
  if (BOOLEAN.test(value)) {
    return 'boolean';
  }
  return typeOfDateText(value);
}

/** The type of a text that may be a date or time, as in JSON. */
export function typeOfDateText(value: string): FieldType {
  if (DATE.test(value)) {
    return 'date';
  }
  if (TIMESTAMP.test(value)) {
    return 'timestamp';
  }
  return TIME.test(value) ? 'time' : 'string';
}

/** The narrowest type that values of both types have; text holds all. */
export function commonType(a: FieldType, b: FieldType): FieldType {
  if (a === b) {
    return a;
  }
  const both = new Set([a, b]);
  if (both.has('integer') && both.has('number')) {
    return 'number';
  }
  if (both.has('date') && both.has('timestamp')) {
    return 'timestamp';
  }
  return 'string';
}
