import { ProductUser } from '@backstage-data-mesh/plugin-data-mesh-common';

/** Who uses a product, in the order a reader asks for it. */
export type UsersByNearness = {
  direct: ProductUser[];
  intended: ProductUser[];
  /** Through other products on the way. */
  indirect: ProductUser[];
};

export function usersByNearness(
  users: readonly ProductUser[],
): UsersByNearness {
  const indirect = users.filter(({ through }) => through.length > 0);
  const direct = users.filter(({ through }) => through.length === 0);
  return {
    direct: direct.filter(({ state }) => state === 'active'),
    intended: direct.filter(({ state }) => state === 'intended'),
    indirect,
  };
}
