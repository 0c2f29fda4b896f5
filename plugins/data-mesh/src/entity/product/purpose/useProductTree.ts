import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded, useValueTree } from '../../../api';

/** What a data product leads to; one request for all cards of its page. */
export function useProductTree(
  product: string,
  options: { enabled?: boolean } = {},
): Loaded<ValueTree> {
  return useValueTree({ product }, options);
}
