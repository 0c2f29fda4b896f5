/** A field that somebody else changed while it was being edited here. */
export interface Clash<TField extends string, TValue> {
  field: TField;
  /** What it says now. */
  theirs: TValue | undefined;
  /** What was written here. */
  mine: TValue | undefined;
  /** Whether it was changed here too, and not only by somebody else. */
  isBoth: boolean;
}

const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? '') === JSON.stringify(other ?? '');

/**
 * Brings together what two people made of the same fields. Nothing that was
 * written here is lost: it stands in the draft wherever it was changed here.
 *
 * @param base - what both began with
 */
export function merge<TField extends string, TValue>(
  base: Partial<Record<TField, TValue>>,
  mine: Partial<Record<TField, TValue>>,
  theirs: Partial<Record<TField, TValue>>,
): {
  draft: Partial<Record<TField, TValue>>;
  clashes: Clash<TField, TValue>[];
} {
  const fields = [
    ...new Set([base, theirs, mine].flatMap(Object.keys)),
  ] as TField[];
  const draft = { ...mine };
  const clashes: Clash<TField, TValue>[] = [];
  for (const field of fields) {
    const isTheirs = !isSame(base[field], theirs[field]);
    const isMine = !isSame(base[field], mine[field]);
    if (isTheirs && !isSame(mine[field], theirs[field])) {
      clashes.push({
        field,
        theirs: theirs[field],
        mine: mine[field],
        isBoth: isMine,
      });
      if (!isMine) {
        draft[field] = theirs[field];
      }
    }
  }
  return { draft, clashes };
}
