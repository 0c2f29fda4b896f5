import { z } from 'zod';
import { entityLinkSchema } from './products';

/**
 * The products around one contract.
 *
 * @public
 */
export const contractProductsSchema = z
  .object({
    providedBy: z.array(entityLinkSchema),
    usedBy: z.array(entityLinkSchema),
  })
  .meta({ id: 'ContractProducts' });

/** @public */
export type ContractProducts = z.output<typeof contractProductsSchema>;
