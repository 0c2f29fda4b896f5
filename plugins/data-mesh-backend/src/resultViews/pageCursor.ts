import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { z } from 'zod';

const cursorSchema = z.strictObject({
  k: z.array(z.string().max(2000)).min(1).max(3),
  q: z.string(),
});

/**
 * A place after a row of one ordered list; it only fits the query that it was
 * made for.
 */
export function writePlace(key: readonly string[], query: object): string {
  return Buffer.from(
    JSON.stringify({ k: key, q: fingerprintOf(query) }),
  ).toString('base64url');
}

/** @throws InputError when it is none, or one of another query */
export function readPlace(
  cursor: string,
  query: object,
  length: number,
): string[] {
  const parsed = cursorSchema.safeParse(parseJson(cursor));
  if (!parsed.success || parsed.data.k.length !== length) {
    throw new InputError('cursor: this is no cursor of this list');
  }
  if (parsed.data.q !== fingerprintOf(query)) {
    throw new InputError(
      'cursor: it belongs to another search; start again without it',
    );
  }
  return parsed.data.k;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function fingerprintOf(query: object): string {
  return createHash('sha1')
    .update(JSON.stringify(query))
    .digest('base64url')
    .slice(0, 12);
}
