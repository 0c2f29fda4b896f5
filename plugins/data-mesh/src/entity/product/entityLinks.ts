import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';

/** The full, lower-case form of a reference as a catalog file writes it. */
export function fullRef(
  ref: string,
  from: Entity,
  defaultKind?: string,
): string | undefined {
  try {
    const parsed = parseEntityRef(ref, {
      defaultKind,
      defaultNamespace: from.metadata.namespace ?? DEFAULT_NAMESPACE,
    });
    return stringifyEntityRef(parsed);
  } catch {
    return undefined;
  }
}

/**
 * A reference of a catalog file as a link, for when only the file is known:
 * whether somebody is there cannot be told then, and nothing is claimed.
 */
export function linkTo(
  ref: string | undefined,
  from: Entity,
  defaultKind?: string,
): EntityLink | undefined {
  const full = ref && fullRef(ref, from, defaultKind);
  return full
    ? { ref: full, title: parseEntityRef(full).name, exists: true }
    : undefined;
}
