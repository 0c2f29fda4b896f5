import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import { Knex } from 'knex';
import { isAmong } from '../../database/sql';

/** Kinds that are read whole; others only where a product draws from them. */
const KINDS = ['dataproduct', 'domain', 'group', 'user', 'system', 'api'];

export type SubjectRow = {
  ref: string;
  kind: string;
  type: string | null;
  domain_ref: string | null;
  owner_ref: string | null;
  digest: string;
  contract_digest: string | null;
  history_key: string | null;
  has_facts: boolean | number;
};

export type EdgeRow = { from_ref: string; type: string; to_ref: string };

export type UseRow = {
  product_ref: string;
  user_ref: string;
  team_ref: string | null;
  state: 'active' | 'intended';
  since: string | null;
};

export type ProductRow = {
  ref: string;
  level: number | null;
  target: number | null;
};

/** What is in the catalog, without the texts that are parsed once. */
export async function readRows(knex: Knex) {
  const subjects: SubjectRow[] = await knex('subjects')
    .select(
      'ref',
      'kind',
      'type',
      'domain_ref',
      'owner_ref',
      'digest',
      'contract_digest',
      'history_key',
      knex.raw('facts is not null as has_facts'),
    )
    .whereNull('gone_at')
    .whereIn('kind', KINDS)
    .orderBy('ref');
  const edges: EdgeRow[] = await knex('edges')
    .select('from_ref', 'type', 'to_ref')
    .whereIn('type', [RELATION_MEMBER_OF, RELATION_CHILD_OF])
    .orderBy(['from_ref', 'type', 'to_ref']);
  const uses: UseRow[] = await knex('uses')
    .select('product_ref', 'user_ref', 'team_ref', 'state', 'since')
    .orderBy(['product_ref', 'user_ref']);
  const products: ProductRow[] = await knex('products').select(
    'ref',
    'level',
    'target',
  );
  return { subjects, edges, uses, products };
}

/** The owners of living entities; those without one have none. */
export async function readOwners(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, string | undefined>> {
  const rows: { ref: string; owner_ref: string | null }[] = await knex(
    'subjects',
  )
    .select('ref', 'owner_ref')
    .whereNull('gone_at')
    .where(isAmong(knex, 'ref', refs));
  return new Map(rows.map(row => [row.ref, row.owner_ref ?? undefined]));
}
