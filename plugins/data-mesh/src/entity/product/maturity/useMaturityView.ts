import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ruleStatuses } from '@backstage-data-mesh/plugin-data-mesh-common';

/** What the tab can show: things to do, all rules, or those of a status. */
export const shows = [
  'todo',
  'all',
  ...ruleStatuses.filter(status => status !== 'fail'),
] as const;

export type Show = (typeof shows)[number];

/**
 * What the tab shows and what is ticked in “If you fix these”, kept in the
 * address so that it can be shared.
 */
export function useMaturityView(): {
  show: Show;
  setShow: (show: Show) => void;
  /** Ids of rules; undefined while “If you fix these” is closed. */
  fixed: string[] | undefined;
  setFixed: (fixed: string[] | undefined) => void;
} {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('show');
  const show = shows.find(one => one === asked) ?? 'todo';
  const fix = search.get('fix');
  const fixed =
    fix === null ? undefined : [...new Set(fix.split(',').filter(Boolean))];

  const change = useCallback(
    (name: string, value: string | undefined) => {
      const next = new URLSearchParams(search);
      if (value === undefined) {
        next.delete(name);
      } else {
        next.set(name, value);
      }
      setSearch(next, { replace: true });
    },
    [search, setSearch],
  );
  return {
    show,
    setShow: to => change('show', to === 'todo' ? undefined : to),
    fixed,
    setFixed: ids => change('fix', ids?.join(',')),
  };
}
