import { hash } from 'node:crypto';

/** A short mark by which a value is told from another one. */
export function digestOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return hash('sha1', text, 'base64url');
}

/** Shorter still, for what is stored with every subject. */
export function markOf(value: unknown): string {
  return digestOf(value).slice(0, 10);
}
