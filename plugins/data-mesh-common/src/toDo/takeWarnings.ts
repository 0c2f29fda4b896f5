import { DataProductWarning } from '../kind';
import { fieldsOf } from './fieldsOf';
import { ToDoEntry } from './ToDo';

/**
 * Puts each warning to the entry that is about the same field of the catalog
 * file; the others become entries of their own.
 */
export function takeWarnings(
  entries: readonly ToDoEntry[],
  warnings: readonly DataProductWarning[],
): ToDoEntry[] {
  const taken = entries.map(entry => ({ ...entry, warnings: [] as Warnings }));
  const own = new Map<string, ToDoEntry>();
  for (const warning of warnings) {
    const entry = nearest(taken, warning);
    if (entry) {
      entry.warnings.push(warning);
    } else {
      const id = `warning/${warning.code}/${warning.path}`;
      own.set(id, own.get(id) ?? entryOf(id, warning));
    }
  }
  return [...taken, ...own.values()];
}

type Warnings = DataProductWarning[];

/** The rule about the very field, else about a part of it or all around it. */
function nearest<T extends ToDoEntry>(
  entries: readonly T[],
  { path }: DataProductWarning,
): T | undefined {
  const field = path.replace(/\[\d+\]/g, '[]').replace(/\[\]$/, '');
  const about = (fits: (own: string) => boolean) =>
    entries.find(({ rule }) => rule?.write && fieldsOf(rule.write).some(fits));
  return (
    about(own => own === field) ??
    about(own => isWithin(own, field)) ??
    about(own => isWithin(field, own))
  );
}

function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

function entryOf(id: string, warning: DataProductWarning): ToDoEntry {
  const { message, fix } = warning;
  return {
    id,
    kind: 'warning',
    title: message,
    fix,
    status: 'to-do',
    isRequired: false,
    unblocks: 0,
    faults: [],
    warnings: [warning],
  };
}
