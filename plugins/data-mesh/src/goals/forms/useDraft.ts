import { useState } from 'react';
import { Clash, merge } from './merge';

/** What is being edited, over what it was when that began. */
export interface Editing<TField extends string, TValue> {
  draft: Partial<Record<TField, TValue>>;
  /** What it said when it was last read. */
  base: Partial<Record<TField, TValue>>;
  version: number;
  /** What somebody else changed meanwhile. */
  clashes: Clash<TField, TValue>[];
  set: (field: TField, value: TValue | undefined) => void;
  /** Goes on from what it says now, with all that was written here. */
  meet: (now: {
    fields: Partial<Record<TField, TValue>>;
    version: number;
  }) => void;
}

/** Keeps what somebody writes, also when somebody else was faster. */
export function useDraft<TField extends string, TValue>(
  initial: () => {
    fields: Partial<Record<TField, TValue>>;
    version?: number;
  },
): Editing<TField, TValue> {
  const [state, setState] = useState(() => {
    const { fields, version = 0 } = initial();
    return {
      draft: fields,
      base: fields,
      version,
      clashes: [] as Clash<TField, TValue>[],
    };
  });
  return {
    ...state,
    set: (field, value) =>
      setState(now => ({ ...now, draft: { ...now.draft, [field]: value } })),
    meet: ({ fields, version }) =>
      setState(now => {
        const { draft, clashes } = merge(now.base, now.draft, fields);
        // What clashed before and is settled in the form stays as it is there
        return { draft, base: fields, version, clashes };
      }),
  };
}
