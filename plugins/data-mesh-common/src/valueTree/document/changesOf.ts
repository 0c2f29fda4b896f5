import { TreeChanges } from './TreeChanges';

const NOT_KEPT = /\0|\p{Surrogate}/gu;

type Item = { id: string };
type Current = Item & { managedBy?: string; goneAt?: string };

/** What of the tree belongs to a document. */
export class Belonging {
  readonly #document: string | undefined;
  readonly #made: ReadonlySet<string>;
  readonly #takesOver: boolean;

  /**
   * @param document - the id of one that goes on owning what it makes
   * @param options - `made`: ids of what it made before: it may own them again
   *   although they were free meanwhile. `takeOver`: it may own what is kept in
   *   the portal, too
   */
  constructor(
    document?: string,
    options: { made?: readonly string[]; takeOver?: boolean } = {},
  ) {
    this.#document = document;
    this.#made = new Set(options.made);
    this.#takesOver = options.takeOver ?? false;
  }

  isOwn({ managedBy }: Current): boolean {
    return this.#document !== undefined && managedBy === this.#document;
  }

  /** Why the document may not use an id. */
  refusalOf(known: Current | undefined): string | undefined {
    if (!known || this.isOwn(known) || this.#made.has(known.id)) {
      return undefined;
    }
    const { id, managedBy, goneAt } = known;
    if (goneAt) {
      // What another document let go may be taken up.
      return managedBy && this.#document
        ? undefined
        : `“${id}” is the id of something that was deleted. Choose another one.`;
    }
    if (managedBy) {
      return `“${id}” is kept by the document “${managedBy}” already. Choose another id, or remove it there first.`;
    }
    if (!this.#document) {
      return `“${id}” is kept in the portal already. Choose another id.`;
    }
    return this.#takesOver
      ? undefined
      : `“${id}” is kept in the portal already. Choose another id, or set takeOver to hand it to this document.`;
  }
}

/**
 * Compares how things are to be with how they are.
 *
 * @param differ - names of what differs
 */
export function changesOf<TPlanned extends Item, TCurrent extends Current>(
  planned: readonly TPlanned[],
  current: ReadonlyMap<string, TCurrent>,
  belonging: Belonging,
  differ: (planned: TPlanned, current: TCurrent) => string[],
): TreeChanges<TPlanned> {
  const wanted = new Set(planned.map(({ id }) => id));
  const changes: TreeChanges<TPlanned> = { add: [], change: [], remove: [] };
  for (const item of planned) {
    const known = current.get(item.id);
    if (!known || known.goneAt) {
      changes.add.push(item);
      continue;
    }
    const changed = differ(item, known);
    if (!belonging.isOwn(known)) {
      changed.push('document');
    }
    if (changed.length > 0) {
      changes.change.push({ item, changed });
    }
  }
  for (const known of current.values()) {
    if (belonging.isOwn(known) && !known.goneAt && !wanted.has(known.id)) {
      changes.remove.push(known.id);
    }
  }
  return changes;
}

/** Names of the fields that differ, whatever the order of keys in them. */
export function differingFields(planned: object, current: object): string[] {
  const after: Record<string, unknown> = { ...planned };
  const before: Record<string, unknown> = { ...current };
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    name => canonical(after[name]) !== canonical(before[name]),
  );
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part) => {
    if (typeof part === 'string') {
      // As databases keep it that know neither NUL nor half a character.
      return part.replace(NOT_KEPT, '\ufffd');
    }
    return part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part;
  });
}
