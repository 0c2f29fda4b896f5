import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { WrittenReference } from './references';

/** The catalog's database holds refs of up to this length. */
const MAX_REF_LENGTH = 255;

/** No spaces, colons, slashes or control characters inside a part. */
// eslint-disable-next-line no-control-regex
const PART = /^[^\s:/\u0000-\u001f\u007f]+$/;

/** A reference that was understood, or why it was not. */
export type ParsedReference =
  | { ref: CompoundEntityRef }
  | { problem: 'malformed' | 'no kind' | 'wrong kind' | 'too long' };

/** Reads a reference by the rules of its field. */
export function parseReference(written: WrittenReference): ParsedReference {
  const { text, field, namespace } = written;
  let ref: CompoundEntityRef;
  try {
    ref = parseEntityRef(text, {
      // Stands in for a missing kind, which parseEntityRef reports by the same
      // error as a malformed text.
      defaultKind: field.defaultKind ?? '?',
      defaultNamespace: namespace,
    });
  } catch {
    return { problem: 'malformed' };
  }
  if (![ref.namespace, ref.name].every(part => PART.test(part))) {
    return { problem: 'malformed' };
  }
  if (ref.kind === '?') {
    return { problem: 'no kind' };
  }
  const lower = ref.kind.toLowerCase();
  const kind = field.kinds.find(allowed => allowed.toLowerCase() === lower);
  if (!kind) {
    return { problem: 'wrong kind' };
  }
  if (stringifyEntityRef(ref).length > MAX_REF_LENGTH) {
    return { problem: 'too long' };
  }
  return { ref: { ...ref, kind } };
}
