import {
  RELATION_CONSUMES_API,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { Knex } from 'knex';
import { insertRows, isAmong, takeOver } from '../database/sql';
import { groupBy } from '../lists';
import { deriveUses, Use, useKey } from './deriveUses';
import { EDGE_CONSUMER, EDGE_INPUT } from './edgesOf';

const USE_COLUMNS = {
  product_ref: 'text',
  user_ref: 'text',
  team_ref: 'text',
  source: 'text',
  state: 'text',
  purpose: 'text',
  since: 'text',
} as const;

/**
 * Derives who uses a product from the edges around it, and counts the teams.
 * Deriving again always gives the same, so a missed change heals.
 */
export class UsesStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The products whose users may change when these entities change. */
  async getAffected(refs: readonly string[]): Promise<string[]> {
    const knex = this.#knex;
    const found = await knex('edges')
      .select({ ref: 'to_ref' })
      .where({ type: EDGE_INPUT })
      .where(isAmong(knex, 'from_ref', refs))
      .union([
        knex('edges')
          .select({ ref: 'from_ref' })
          .where({ type: EDGE_CONSUMER })
          .where(isAmong(knex, 'to_ref', refs)),
        knex('edges as used')
          .select({ ref: 'given.from_ref' })
          .join('edges as given', 'given.to_ref', 'used.to_ref')
          .where({
            'used.type': RELATION_CONSUMES_API,
            'given.type': RELATION_PROVIDES_API,
          })
          .where(isAmong(knex, 'used.from_ref', refs)),
        knex('uses')
          .select({ ref: 'product_ref' })
          .where(isAmong(knex, 'user_ref', refs)),
        knex('uses')
          .select({ ref: 'product_ref' })
          .where(isAmong(knex, 'team_ref', refs)),
        knex('products').select('ref').where(isAmong(knex, 'ref', refs)),
      ]);
    return found.map(row => row.ref);
  }

  /** Derives the users of products anew and stores what differs. */
  async refresh(products: readonly string[]): Promise<void> {
    if (products.length === 0) {
      return;
    }
    await this.#knex.transaction(async trx => {
      const rows = await trx('products')
        .select('ref')
        .where(isAmong(trx, 'ref', products));
      const wanted = await deriveUses(
        trx,
        rows.map(row => row.ref),
      );
      await saveUses(trx, products, wanted);
      await saveCounts(trx, products, wanted);
    });
  }
}

async function saveUses(
  trx: Knex,
  products: readonly string[],
  wanted: Map<string, Use>,
): Promise<void> {
  const stored = await trx('uses').where(isAmong(trx, 'product_ref', products));
  const before = new Map(
    stored.map(row => [useKey(row.product_ref, row.user_ref), row]),
  );
  const obsolete = stored.filter(
    row => !wanted.has(useKey(row.product_ref, row.user_ref)),
  );
  for (const [product, users] of groupBy(obsolete, row => row.product_ref)) {
    await trx('uses')
      .where({ product_ref: product })
      .where(
        isAmong(
          trx,
          'user_ref',
          users.map(row => row.user_ref),
        ),
      )
      .delete();
  }
  const rows = [...wanted]
    .filter(([key, use]) => !isSame(use, before.get(key)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, use]) => useRow(use));
  await insertRows(trx, {
    table: 'uses',
    columns: USE_COLUMNS,
    rows,
    onConflict: `(product_ref, user_ref) do update set ${takeOver([
      'team_ref',
      'source',
      'state',
      'purpose',
      'since',
    ])}`,
  });
}

async function saveCounts(
  trx: Knex,
  products: readonly string[],
  wanted: Map<string, Use>,
): Promise<void> {
  const active = [...wanted.values()].filter(use => use.state === 'active');
  const teams = new Set(active.flatMap(use => use.team ?? []));
  const living = await trx('subjects')
    .select('ref')
    .whereNull('gone_at')
    .where(isAmong(trx, 'ref', [...teams]));
  const isLiving = new Set(living.map(row => row.ref));

  const teamsOf = new Map<string, Set<string>>();
  for (const { product, team } of active) {
    if (team && isLiving.has(team)) {
      teamsOf.set(product, (teamsOf.get(product) ?? new Set()).add(team));
    }
  }
  const rows = await trx('products')
    .select('ref', 'owner_ref', 'used_by_teams', 'used_by_own_team')
    .where(isAmong(trx, 'ref', products))
    .orderBy('ref')
    .forUpdate();
  const changes = rows.flatMap(row => {
    const users = teamsOf.get(row.ref) ?? new Set();
    const own = users.has(row.owner_ref) ? 1 : 0;
    const others = users.size - own;
    return row.used_by_teams !== others || row.used_by_own_team !== own
      ? { ref: row.ref, others, own }
      : [];
  });
  for (const same of groupBy(changes, c => `${c.others} ${c.own}`).values()) {
    await trx('products')
      .where(
        isAmong(
          trx,
          'ref',
          same.map(change => change.ref),
        ),
      )
      .update({
        used_by_teams: same[0].others,
        used_by_own_team: same[0].own,
      });
  }
}

type UseRow = Record<keyof typeof USE_COLUMNS, string | null>;

function useRow(use: Use): UseRow {
  return {
    product_ref: use.product,
    user_ref: use.user,
    team_ref: use.team ?? null,
    source: use.source,
    state: use.state,
    purpose: use.purpose ?? null,
    since: use.since ?? null,
  };
}

function isSame(use: Use, stored: UseRow | undefined): boolean {
  const row = useRow(use);
  return (
    stored !== undefined &&
    Object.keys(USE_COLUMNS).every(
      column => row[column as keyof UseRow] === stored[column as keyof UseRow],
    )
  );
}
