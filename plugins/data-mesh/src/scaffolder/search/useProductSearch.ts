import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { dataMeshApiRef } from '../../api/dataMeshApiRef';
import { Found } from './Found';

const limit = 10;
/** The longest text that the backend takes. */
const maxLength = 200;

/** Searches data products as their list does, fields of contracts included. */
export function useProductSearch() {
  const api = useApi(dataMeshApiRef);
  return useCallback(
    async (text: string, signal: AbortSignal): Promise<Found[]> => {
      const { items } = await api.getProducts(
        { limit, ...(text && { text: text.slice(0, maxLength) }) },
        { signal },
      );
      return items.map(({ ref, title, purpose, domain }) => ({
        ref,
        title: domain ? `${title} (${domain.title})` : title,
        about: purpose,
      }));
    },
    [api],
  );
}
