import { useCallback, useEffect, useMemo, useState } from 'react';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { isOpenAtFirst } from './rows';
import { above, TreeShape } from './shape';

/** What of the tree is unfolded. */
export interface Folding {
  isOpen: (node: TreeNode) => boolean;
  fold: (id: string, isOpen: boolean) => void;
  foldAll: (isOpen: boolean) => void;
}

type State = {
  /** What was folded and unfolded one by one. */
  single: ReadonlyMap<string, boolean>;
  all?: boolean;
};

/**
 * Keeps what is folded. Hits of a filter are unfolded, and so is what leads to
 * the chosen node.
 *
 * @param filter - another text for each filter; undefined without any
 */
export function useFolding(
  shape: TreeShape,
  filter: string | undefined,
  chosen: string | undefined,
): Folding {
  const [states, setStates] = useState<Record<string, State>>({});
  const key = filter ?? '';
  const state = states[key];
  const atFirst = useMemo(() => isOpenAtFirst(shape), [shape]);

  const change = useCallback(
    (to: (state: State) => State) =>
      setStates(now => ({
        ...now,
        [key]: to(now[key] ?? { single: new Map() }),
      })),
    [key],
  );
  const fold = useCallback(
    (id: string, isOpen: boolean) =>
      change(({ single, all }) => ({
        all,
        single: new Map(single).set(id, isOpen),
      })),
    [change],
  );
  useEffect(() => {
    if (chosen !== undefined) {
      above(shape, chosen).forEach(id => fold(id, true));
    }
  }, [shape, chosen, fold]);

  return {
    isOpen: useCallback(
      node =>
        state?.single.get(node.id) ??
        state?.all ??
        (filter !== undefined || atFirst(node)),
      [state, filter, atFirst],
    ),
    fold,
    foldAll: useCallback(
      (isOpen: boolean) => change(() => ({ single: new Map(), all: isOpen })),
      [change],
    ),
  };
}
