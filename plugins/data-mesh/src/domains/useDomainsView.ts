import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { DomainsView, readView, writeView } from './view';

/** The view of the table, kept in the address of the page. */
export function useDomainsView(): {
  view: DomainsView;
  change: (to: Partial<DomainsView>) => void;
} {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readView(search), [search]);
  const change = useCallback(
    (to: Partial<DomainsView>) =>
      setSearch(writeView({ ...view, page: 0, ...to }, search)),
    [view, search, setSearch],
  );
  return { view, change };
}
