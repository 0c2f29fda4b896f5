import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import { Organisation } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { groupBy } from '../../lists';
import { EdgeRow, SubjectRow } from './readRows';

/** Groups, people and domains as the projection knows them. */
export function organisationOf(
  subjects: readonly SubjectRow[],
  edges: readonly EdgeRow[],
): Organisation {
  const ofKind = (kind: string) => subjects.filter(row => row.kind === kind);
  const users = ofKind('user').map(({ ref }) => ref);
  const isUser = new Set(users);
  const members = groupBy(
    edges.filter(
      ({ type, from_ref }) =>
        type === RELATION_MEMBER_OF && isUser.has(from_ref),
    ),
    ({ to_ref }) => to_ref,
  );
  const parents = new Map(
    edges
      .filter(({ type }) => type === RELATION_CHILD_OF)
      .map(({ from_ref, to_ref }) => [from_ref, to_ref]),
  );
  return new Organisation({
    users,
    groups: ofKind('group').map(({ ref, type }) => ({
      ref,
      type: type ?? undefined,
      parent: parents.get(ref),
      members: (members.get(ref) ?? []).map(({ from_ref }) => from_ref),
    })),
    domains: ofKind('domain').map(({ ref, owner_ref }) => ({
      ref,
      owner: owner_ref ?? undefined,
    })),
  });
}
