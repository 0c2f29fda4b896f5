import { Knex } from 'knex';
import { Mesh } from './mesh/Mesh';
import { KnownLevels } from './ResultsStore';

/** A product whose history is to go on under another key, or from a ref. */
export type HistoryMove = {
  to: string;
  key: string;
  /** The ref under which the product was known, and which is gone. */
  from?: string;
  /** What the history of `to` followed until now. */
  keyBefore?: string;
};

export type Histories = {
  /** What the history of each product follows. */
  keys: ReadonlyMap<string, string>;
  moves: readonly HistoryMove[];
};

/**
 * Tells what the history of each product follows: the id that its catalog file
 * gives it, unless another product holds that one; else its ref. A history
 * that has begun under a key stays there.
 */
export function findHistories(mesh: Mesh, known: KnownLevels): Histories {
  const heldBy = new Map<string, string[]>();
  const keptOf = new Map<string, string>();
  for (const [subject, levels] of known) {
    const [level] = levels.values();
    keptOf.set(subject, level.history_key);
    const others = heldBy.get(level.history_key) ?? [];
    heldBy.set(level.history_key, [...others, subject]);
  }
  const keys = new Map<string, string>();
  const moves: HistoryMove[] = [];
  const claimed = new Set<string>();
  for (const { ref, historyKey: key } of mesh.products.values()) {
    const kept = keptOf.get(ref);
    const holders = (heldBy.get(key ?? '') ?? []).filter(one => one !== ref);
    const isTaken =
      key === undefined ||
      claimed.has(key) ||
      holders.some(one => mesh.has(one));
    if (key === kept || isTaken) {
      keys.set(ref, kept ?? ref);
      continue;
    }
    claimed.add(key);
    keys.set(ref, key);
    const [from] = holders;
    if (from !== undefined || kept !== undefined) {
      moves.push({ to: ref, key, from, keyBefore: kept });
    }
  }
  return { keys, moves };
}

/** Lets histories go on after a product was renamed or given an id. */
export class HistoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async apply({ to, key, from, keyBefore }: HistoryMove): Promise<void> {
    await this.#knex.transaction(async trx => {
      if (from !== undefined) {
        const rows = await trx('levels')
          .select('rule_set')
          .where({ subject_ref: from, history_key: key })
          .forUpdate();
        // Another replica was first.
        if (rows.length === 0) {
          return;
        }
        await moveResults(trx, from, to);
      } else {
        await trx('levels')
          .where({ subject_ref: to })
          .update({ history_key: key });
      }
      if (keyBefore !== undefined) {
        await trx('result_changes')
          .where({ subject_ref: to, history_key: keyBefore })
          .update({ history_key: key });
      }
    });
  }
}

/** What was found under the new ref in the meantime gives way. */
async function moveResults(trx: Knex, from: string, to: string) {
  for (const table of ['levels', 'results']) {
    await trx(table).where({ subject_ref: to }).delete();
    await trx(table).where({ subject_ref: from }).update({ subject_ref: to });
  }
  await trx('levels').where({ subject_ref: to }).update({ gone_at: null });
}
