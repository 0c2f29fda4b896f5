import { Use } from '../projection/deriveUses';
import { groupBy } from '../lists';

/** A use and the products between it and the product that was asked for. */
export type ReachedUse = Use & { through: string[] };

const MOST_USERS = 1000;

/**
 * Follows the uses of a product, and of the products that use it, step by
 * step. Each user is reached once, on a shortest way.
 *
 * @param uses - the uses of all these products, in any order
 */
export function walkUsers(
  product: string,
  uses: readonly Use[],
): { users: ReachedUse[]; complete: boolean } {
  const usesOf = groupBy(uses, use => use.product);
  const users: ReachedUse[] = [];
  const reached = new Set([product]);
  let front: { ref: string; through: string[] }[] = [
    { ref: product, through: [] },
  ];

  for (let step = 0; front.length > 0; step++) {
    const next: typeof front = [];
    for (const { ref, through } of front) {
      for (const use of usesOf.get(ref) ?? []) {
        // What is only intended says nothing about who is reached through it.
        if (reached.has(use.user) || (step > 0 && use.state !== 'active')) {
          continue;
        }
        if (users.length === MOST_USERS) {
          return { users, complete: false };
        }
        reached.add(use.user);
        users.push({ ...use, through });
        if (use.state === 'active') {
          next.push({ ref: use.user, through: [...through, use.user] });
        }
      }
    }
    front = next;
  }
  return { users, complete: true };
}
