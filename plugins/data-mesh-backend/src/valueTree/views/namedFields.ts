import {
  MeasureFields,
  NodeFields,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../../visibility/links';

/** What of nodes and measures names entities. */
type NamingFields = Pick<
  NodeFields & MeasureFields,
  'domain' | 'owner' | 'sponsor' | 'contributors' | 'teams'
>;

/** The entities that what a node or measure says names. */
export function refsIn(fields: Partial<NamingFields>): string[] {
  const { domain, owner, sponsor, contributors = [], teams = [] } = fields;
  const refs = [
    domain,
    owner,
    sponsor,
    ...contributors.map(({ ref }) => ref),
    ...teams,
  ];
  return [...new Set(refs.filter(ref => ref !== undefined))];
}

/** The same without the entities that a viewer may not know of. */
export function knownFields<T extends Partial<NamingFields>>(
  fields: T,
  name: NameEntity,
): T {
  const known = { ...fields };
  for (const field of ['domain', 'owner', 'sponsor'] as const) {
    if (known[field] && !name(known[field])) {
      delete known[field];
    }
  }
  known.contributors &&= known.contributors.filter(({ ref }) => name(ref));
  known.teams &&= known.teams.filter(name);
  return known;
}
