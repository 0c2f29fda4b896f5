import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/** What the catalog can hold. */
const LONGEST = 255;

/**
 * A ref as people write it, made full and lower case.
 *
 * @param defaultKind - in lower case, as are the others
 * @param otherKinds - that may be written; absent: any
 */
export function refSchema(
  defaultKind: string,
  otherKinds?: readonly string[],
): z.ZodType<string> {
  return z.string().transform((text, context) => {
    const full = fullRef(text.trim(), defaultKind);
    const kind = full?.split(':')[0] ?? '';
    const fits = !otherKinds || [defaultKind, ...otherKinds].includes(kind);
    if (!full || !fits || full.length > LONGEST) {
      const kinds = [defaultKind, ...(otherKinds ?? [])].join(' or ');
      context.addIssue(
        `must be the ref of a ${kinds}, such as ${defaultKind}:default/name`,
      );
      return z.NEVER;
    }
    return full;
  });
}

function fullRef(text: string, defaultKind: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}
