import {
  RELATION_CONSUMES_API,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
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

/** Who uses these products directly, as the edges tell, by {@link useKey}. */
export async function deriveUses(
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
    .join('products as u', 'u.ref', 'used.from_ref')
    .where('given.type', RELATION_PROVIDES_API)
    .where('used.type', RELATION_CONSUMES_API)
    .whereRaw('used.from_ref <> given.from_ref')
    .where(isAmong(trx, 'given.from_ref', products));

  const uses = new Map<string, Use>();
  for (const { product, user, owner, attributes } of declared) {
    const { state, purpose, since } = JSON.parse(attributes ?? '{}');
    uses.set(useKey(product, user), {
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
    uses.set(useKey(product, user), {
      ...uses.get(useKey(product, user)),
      product,
      user,
      team: teamOf(user, owner),
      source: 'input-port',
      state: 'active',
    });
  }
  return uses;
}

export function useKey(product: string, user: string): string {
  return `${product} ${user}`;
}

function teamOf(user: string, owner: string | null): string | undefined {
  if (user.startsWith('group:')) {
    return user;
  }
  return owner?.startsWith('group:') ? owner : undefined;
}
