import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ProductQuery } from '@backstage-data-mesh/plugin-data-mesh-common';
import { readQuery, writeQuery } from './query';

/**
 * The query of the list, kept in the url so that it can be shared and the back
 * button works. A change starts at the first page unless it names a cursor.
 */
export function useProductQuery(): {
  query: ProductQuery;
  change: (to: ProductQuery) => void;
  clear: () => void;
} {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => readQuery(search), [search]);

  const change = useCallback(
    (to: ProductQuery) => {
      const next = { ...query, cursor: undefined, ...to };
      // Going back should undo a search, not a letter of it.
      const replace = Boolean(query.text && to.text);
      setSearch(writeQuery(next, search), { replace });
    },
    [query, search, setSearch],
  );
  const clear = useCallback(
    () => setSearch(writeQuery({}, search)),
    [search, setSearch],
  );
  return { query, change, clear };
}
