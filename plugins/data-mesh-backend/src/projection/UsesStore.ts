import {
  RELATION_CONSUMES_API,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { Knex } from 'knex';
import { insertRows, isAmong, takeOver } from '../database/sql';
import { EDGE_CONSUMER, EDGE_INPUT } from './edgesOf';

/** Somebody who uses a product directly. */
export type Use = {
  product: string;
  user: string;
  /** The group that answers for the user; it may not exist. */
  team?: string;
  source: 'declared' | 'input-port';
  state: 'active' | 'intended';
  purpose?: string;
  since?: string;
};

type Found = { product: string; user: string; owner: string | null };

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
        knex('subjects')
          .select('ref')
          .where({ kind: 'dataproduct' })
          .where(isAmong(knex, 'ref', refs)),
      ]);
    return found.map(row => row.ref);
  }

  /** Derives the users of products anew and stores what differs. */
  async refresh(products: readonly string[]): Promise<void> {
    if (products.length === 0) {
      return;
    }
    await this.#knex.transaction(async trx => {
      const wanted = await deriveUses(trx, products);
      await saveUses(trx, products, wanted);
      await saveCounts(trx, products, wanted);
    });
  }
}

async function deriveUses(
  trx: Knex,
  products: readonly string[],
): Promise<Map<string, Use>> {
  const declared: (Found & { attributes: string | null })[] = await trx(
    'edges as e',
  )
    .select({
      product: 'e.from_ref',
      user: 'e.to_ref',
      owner: 'u.owner_ref',
      attributes: 'e.attributes',
    })
    .leftJoin('subjects as u', join =>
      join.on('u.ref', 'e.to_ref').onNull('u.gone_at'),
    )
    .where('e.type', EDGE_CONSUMER)
    .where(isAmong(trx, 'e.from_ref', products));

  const bySource: Found[] = await trx('edges as e')
    .select({ product: 'e.to_ref', user: 'e.from_ref', owner: 'u.owner_ref' })
    .join('subjects as u', 'u.ref', 'e.from_ref')
    .where('e.type', EDGE_INPUT)
    .where(isAmong(trx, 'e.to_ref', products));

  const byContract: Found[] = await trx('edges as given')
    .distinct({
      product: 'given.from_ref',
      user: 'used.from_ref',
      owner: 'u.owner_ref',
    })
    .join('edges as used', 'used.to_ref', 'given.to_ref')
    .join('subjects as u', 'u.ref', 'used.from_ref')
    .where('given.type', RELATION_PROVIDES_API)
    .where('used.type', RELATION_CONSUMES_API)
    .where('u.kind', 'dataproduct')
    .whereColumn('used.from_ref', '<>', 'given.from_ref')
    .where(isAmong(trx, 'given.from_ref', products));

  const uses = new Map<string, Use>();
  for (const { product, user, owner, attributes } of declared) {
    const { state, purpose, since } = JSON.parse(attributes ?? '{}');
    uses.set(keyOf(product, user), {
      product,
      user,
      team: teamOf(user, owner),
      source: 'declared',
      state: state === 'intended' ? 'intended' : 'active',
      purpose,
      since,
    });
  }
  for (const { product, user, owner } of [...bySource, ...byContract]) {
    // An input port proves the use; what was declared says what it is for.
    uses.set(keyOf(product, user), {
      ...uses.get(keyOf(product, user)),
      product,
      user,
      team: teamOf(user, owner),
      source: 'input-port',
      state: 'active',
    });
  }
  return uses;
}

async function saveUses(
  trx: Knex,
  products: readonly string[],
  wanted: Map<string, Use>,
): Promise<void> {
  const stored = await trx('uses').where(
    isAmong(trx, 'product_ref', products),
  );
  const before = new Map(
    stored.map(row => [keyOf(row.product_ref, row.user_ref), row]),
  );
  const obsolete = stored.filter(
    row => !wanted.has(keyOf(row.product_ref, row.user_ref)),
  );
  for (const { product_ref, user_ref } of obsolete) {
    await trx('uses').where({ product_ref, user_ref }).delete();
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
  const rows = await trx('subjects')
    .select('ref', 'owner_ref', 'used_by_teams', 'used_by_own_team')
    .where(isAmong(trx, 'ref', products))
    .orderBy('ref');
  for (const row of rows) {
    const users = teamsOf.get(row.ref) ?? new Set();
    const own = users.has(row.owner_ref) ? 1 : 0;
    const others = users.size - own;
    if (row.used_by_teams !== others || row.used_by_own_team !== own) {
      await trx('subjects')
        .where({ ref: row.ref })
        .update({ used_by_teams: others, used_by_own_team: own });
    }
  }
}

const USE_COLUMNS = {
  product_ref: 'text',
  user_ref: 'text',
  team_ref: 'text',
  source: 'text',
  state: 'text',
  purpose: 'text',
  since: 'text',
} as const;

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

function keyOf(product: string, user: string): string {
  return `${product} ${user}`;
}

function teamOf(user: string, owner: string | null): string | undefined {
  if (user.startsWith('group:')) {
    return user;
  }
  return owner?.startsWith('group:') ? owner : undefined;
}
