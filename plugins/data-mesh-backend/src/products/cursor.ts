import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ProductFilters } from './ProductFilters';

/** A place between two rows of one ordered list, and where to go from it. */
export type Cursor = {
  direction: 'next' | 'prev';
  /** The sort key of the row at the place. */
  key: (string | number)[];
};

const cursorSchema = z.strictObject({
  d: z.enum(['next', 'prev']),
  k: z
    .array(z.union([z.string().max(2000), z.number()]))
    .min(2)
    .max(3),
  q: z.string(),
});

/** Opaque to callers; it only fits the query that it was made for. */
export function writeCursor(cursor: Cursor, filters: ProductFilters): string {
  const { direction: d, key: k } = cursor;
  return Buffer.from(
    JSON.stringify({ d, k, q: fingerprintOf(filters) }),
  ).toString('base64url');
}

/** @throws InputError when it is none, or one of another query */
export function readCursor(text: string, filters: ProductFilters): Cursor {
  const parsed = cursorSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new InputError('cursor: this is no cursor of this list');
  }
  const { d, k, q } = parsed.data;
  const keyLength = filters.sort === 'title' ? 2 : 3;
  if (q !== fingerprintOf(filters) || k.length !== keyLength) {
    throw new InputError(
      'cursor: it belongs to another search; start again without it',
    );
  }
  return { direction: d, key: k };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function fingerprintOf(filters: ProductFilters): string {
  return createHash('sha1')
    .update(JSON.stringify(filters))
    .digest('base64url')
    .slice(0, 12);
}
