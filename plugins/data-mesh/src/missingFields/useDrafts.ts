import { Dispatch, SetStateAction, useEffect, useState } from 'react';
import { Drafts, readDrafts } from './drafts';

const KEY = 'data-mesh.missing-fields';

/** What was typed and not yet forgotten; it outlives the page, not the tab. */
export function useDrafts(): [Drafts, Dispatch<SetStateAction<Drafts>>] {
  const [drafts, setDrafts] = useState<Drafts>(() => readDrafts(kept()));
  useEffect(() => {
    try {
      window.sessionStorage.setItem(KEY, JSON.stringify(drafts));
    } catch {
      // Without storage, or when it is full, the page still works.
    }
  }, [drafts]);
  return [drafts, setDrafts];
}

function kept(): string | null {
  try {
    return window.sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
