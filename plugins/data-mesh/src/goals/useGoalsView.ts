import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { GoalsView, readView, writeView } from './view';

/** The view of the tree, kept in the address of the page. */
export function useGoalsView(): {
  view: GoalsView;
  change: (to: Partial<GoalsView>) => void;
} {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readView(search), [search]);
  const change = useCallback(
    (to: Partial<GoalsView>) =>
      setSearch(now => writeView({ ...readView(now), ...to }, now)),
    [setSearch],
  );
  return { view, change };
}
