import { FactDeclaration } from '../facts';

const KINDS: Record<FactDeclaration['type'], string> = {
  bool: 'yes or no',
  int: 'number',
  double: 'number',
  string: 'text',
  'list<string>': 'list',
};

/** What sort of thing a fact is, for somebody who reads no code. */
export function tellKind({ type, unit }: FactDeclaration): string {
  switch (unit) {
    case 'share':
      return 'share';
    case 'days':
      return 'days';
    case 'days ago':
      return 'days ago';
    default:
      return KINDS[type];
  }
}

/** A value in words. */
export function tellValue(
  value: unknown,
  unit?: 'share' | 'days' | 'days ago',
): string {
  if (Array.isArray(value)) {
    return value.length
      ? value.map(one => tellValue(one, unit)).join(', ')
      : 'none';
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (unit === 'share' && typeof value === 'number') {
    return `${Math.round(value * 1000) / 10} %`;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, inner]) => `${name}: ${tellValue(inner, unit)}`)
      .join('; ');
  }
  return unit ? `${value} ${unit}` : String(value);
}
