import { FactType } from '../facts/declareFacts';
import { MAX_LIST, MAX_LIST_TEXT, MAX_TEXT } from './limits';

/** Why a value cannot be used as a fact of the type, in words. */
export function refusalOf(value: unknown, type: FactType): string | undefined {
  switch (type) {
    case 'bool':
      return typeof value === 'boolean' ? undefined : 'it is not true or false';
    case 'int':
      return Number.isSafeInteger(value) ? undefined : 'it is no whole number';
    case 'double':
      return Number.isFinite(value) ? undefined : 'it is no number';
    case 'string':
      return refusalOfText(value);
    default:
      return refusalOfList(value);
  }
}

function refusalOfText(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return 'it is no text';
  }
  return value.length > MAX_TEXT
    ? `it is longer than ${MAX_TEXT} characters`
    : undefined;
}

function refusalOfList(value: unknown): string | undefined {
  if (!Array.isArray(value)) {
    return 'it is no list';
  }
  if (value.length > MAX_LIST) {
    return `it has more than ${MAX_LIST} entries`;
  }
  let characters = 0;
  for (const element of value) {
    const refusal = refusalOfText(element);
    if (refusal) {
      return `an entry cannot be used: ${refusal}`;
    }
    characters += element.length;
  }
  return characters > MAX_LIST_TEXT
    ? `its entries are longer than ${MAX_LIST_TEXT} characters together`
    : undefined;
}
