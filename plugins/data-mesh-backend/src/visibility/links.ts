import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityLink,
  isErasedPerson,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { ERASED_TITLE } from '../people/withoutPeople';
import { Visibility } from './Visibility';

/**
 * Names entities to a caller; undefined for one that the caller may not know
 * of, and for no entity at all.
 */
export type NameEntity = (
  ref: string | null | undefined,
) => EntityLink | undefined;

/** Looks up how to name entities, in one statement. */
export async function nameEntities(
  knex: Knex,
  refs: Iterable<string | null | undefined>,
  visibility: Visibility,
): Promise<NameEntity> {
  const wanted = new Set([...refs].filter(ref => typeof ref === 'string'));
  const rows = await knex('subjects')
    .select('ref', 'title', 'gone_at')
    .where(isAmong(knex, 'ref', [...wanted]));
  const known = new Map(rows.map(row => [row.ref, row]));

  return ref => {
    if (!ref) {
      return undefined;
    }
    const row = known.get(ref);
    if (row && visibility !== 'all' && !visibility.has(ref)) {
      return undefined;
    }
    const exists = row !== undefined && row.gone_at === null;
    return { ref, title: row?.title ?? nameIn(ref), exists };
  };
}

function nameIn(ref: string): string {
  if (isErasedPerson(ref)) {
    return ERASED_TITLE;
  }
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
