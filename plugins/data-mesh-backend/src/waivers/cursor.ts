import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { WaiverPlace } from './WaiverStore';

const placeSchema = z.tuple([z.string().max(40), z.string().max(40)]);

/** Opaque to callers. */
export function writeCursor({ askedAt, id }: WaiverPlace): string {
  return Buffer.from(JSON.stringify([askedAt, id])).toString('base64url');
}

/** @throws InputError when it is none */
export function readCursor(text: string): WaiverPlace {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    const [askedAt, id] = placeSchema.parse(value);
    return { askedAt, id };
  } catch {
    throw new InputError('cursor: this is no cursor of this list');
  }
}
