import { NodeVersion } from '@backstage-data-mesh/plugin-data-mesh-common';
import { isDeepStrictEqual } from 'node:util';
import { NameEntity } from '../../visibility/links';
import { StoredChange, StoredVersion } from '../store/VersionStore';
import { knownFields } from './namedFields';
import { personOf } from './Viewer';

/** What a node or measure said from then on, and which of it was new. */
export function describeVersion(
  change: StoredChange,
  viewer: { name: NameEntity; isSeen: (nodeId: string) => boolean },
): NodeVersion {
  const { at, by, action, measureId, version, data, before } = change;
  const { state, parentId } = data;
  return {
    at,
    by: viewer.name(personOf(by)),
    action,
    measure: measureId,
    version,
    state,
    parentId:
      parentId !== undefined && viewer.isSeen(parentId) ? parentId : undefined,
    fields: knownFields(data.fields, viewer.name),
    changed: changedIn(data, before),
  };
}

/** Names of fields, and `state` and `parentId`; none of the first version. */
function changedIn(
  now: StoredVersion['data'],
  before: StoredVersion['data'] | undefined,
): string[] {
  if (!before) {
    return [];
  }
  const is: Record<string, unknown> = flat(now);
  const was: Record<string, unknown> = flat(before);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    name => !isDeepStrictEqual(is[name], was[name]),
  );
}

function flat({ fields, state, parentId }: StoredVersion['data']) {
  return { ...fields, state, parentId };
}
