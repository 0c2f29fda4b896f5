/**
 * Reads values of an entity that the catalog may have accepted from anywhere:
 * what is not of the expected form counts as absent.
 */
export function textOf(value: unknown, longest = 2000): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const text = String(value).trim();
  return text === '' ? undefined : text.slice(0, longest);
}

export function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'object' && item !== null)
    : [];
}

export function textsOf(value: unknown, longest?: number): string[] {
  const texts = (Array.isArray(value) ? value : [])
    .map(item => textOf(item, longest))
    .filter(text => text !== undefined);
  return [...new Set(texts)];
}
