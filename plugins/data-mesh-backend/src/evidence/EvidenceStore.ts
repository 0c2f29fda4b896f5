import { EvidenceRecord } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { insertRows, isAmong, isRowAmong, takeOver } from '../database/sql';
import { groupBy } from '../lists';
import { EvidenceReader } from './EvidenceReader';
import { foldEvidence, KnownWord, PutStatus, Word } from './foldEvidence';
import { followRenames } from './followRenames';
import {
  COLUMNS,
  idOf,
  idOfRow,
  IDENTITY,
  Row,
  toIdentity,
  toRecord,
  toRow,
  toWord,
} from './rows';

/** How many earlier values of a key are kept for an entity. */
export const MOST_EARLIER_VALUES = 100;

export type PutOptions = {
  receivedAt: string;
  /** The last word counts whatever its time; else the one observed last. */
  newestIsLast?: boolean;
  /** Leaves alone what a source has said something about. */
  onlyNew?: boolean;
  /** Runs in the same transaction. */
  alongside?: (trx: Knex, statuses: readonly PutStatus[]) => Promise<void>;
};

/**
 * Keeps the newest word of each source on each key, and what it said before.
 * Writers at once come out as if one had gone after the other.
 */
export class EvidenceStore implements EvidenceReader {
  readonly #knex: Knex;
  readonly #nextId = monotonicFactory();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Takes words in, all or none.
   *
   * @returns what became of each, in their order
   */
  async put(words: readonly Word[], options: PutOptions): Promise<PutStatus[]> {
    return this.#knex.transaction(async trx => {
      const statuses: PutStatus[] = [];
      // One order for all writers, so that none waits for another in a circle.
      const groups = [...groupOf(words)].sort(([a], [b]) => (a < b ? -1 : 1));
      const isNew = await this.#putFirstWords(trx, groups, statuses, options);
      const others = groups.filter(([id]) => !isNew.has(id));
      if (options.onlyNew) {
        others.forEach(([, group]) =>
          group.forEach(({ at }) => {
            statuses[at] = 'unchanged';
          }),
        );
      } else if (others.length > 0) {
        await this.#putFurtherWords(trx, others, statuses, options);
      }
      await options.alongside?.(trx, statuses);
      return statuses;
    });
  }

  async read(refs?: readonly string[]): Promise<Map<string, EvidenceRecord[]>> {
    await followRenames(this.#knex);
    const query = this.#knex<Row>('evidence').orderBy([...IDENTITY]);
    if (refs) {
      query.where(isAmong(this.#knex, 'entity_ref', refs));
    }
    const byEntity = new Map<string, EvidenceRecord[]>();
    for (const row of await query) {
      const records = byEntity.get(row.entity_ref) ?? [];
      records.push(toRecord(row));
      byEntity.set(row.entity_ref, records);
    }
    return byEntity;
  }

  async getDelivered(): Promise<Set<string>> {
    const rows = await this.#knex('evidence').distinct('key');
    return new Set(rows.map(({ key }) => key));
  }

  /** The newest word of each source on each key of these entities. */
  async wordsAbout(refs: readonly string[]): Promise<Map<string, KnownWord[]>> {
    await followRenames(this.#knex);
    const rows: Row[] = await this.#knex('evidence')
      .where(isAmong(this.#knex, 'entity_ref', refs))
      .orderBy([...IDENTITY]);
    return groupBy(rows.map(toWord), ({ entityRef }) => entityRef);
  }

  /** What is known of one entity, and what was said before, newest first. */
  async getWords(
    ref: string,
  ): Promise<{ current: KnownWord[]; earlier: KnownWord[] }> {
    const current: Row[] = await this.#knex('evidence')
      .where({ entity_ref: ref })
      .orderBy([...IDENTITY]);
    const earlier: Row[] = await this.#knex('evidence_history')
      .where({ entity_ref: ref })
      .orderBy([
        { column: 'observed_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(MOST_EARLIER_VALUES);
    return { current: current.map(toWord), earlier: earlier.map(toWord) };
  }

  /** Removes earlier values that nobody is shown; returns how many. */
  async prune(): Promise<number> {
    return this.#knex('evidence_history')
      .whereRaw(
        `id in (select id from (
          select id, row_number() over (
            partition by entity_ref, key order by observed_at desc, id desc
          ) as place from evidence_history
        ) as placed where place > ?)`,
        [MOST_EARLIER_VALUES],
      )
      .delete();
  }

  async #putFirstWords(
    trx: Knex,
    groups: Group[],
    statuses: PutStatus[],
    options: PutOptions,
  ): Promise<Set<string>> {
    const folded = new Map(
      groups.map(([id, group]) => [
        id,
        foldGroup(undefined, [], group, options),
      ]),
    );
    const inserted = await insertRows(trx, {
      table: 'evidence',
      columns: COLUMNS,
      rows: groups.map(([id]) => toRow(folded.get(id)!.current)),
      onConflict: '(entity_ref, key, source) do nothing',
      returning: IDENTITY,
    });
    const isNew = new Set(inserted.map(idOfRow));
    const won = groups.filter(([id]) => isNew.has(id));
    won.forEach(([id, group]) =>
      group.forEach(({ at }, place) => {
        statuses[at] = folded.get(id)!.statuses[place];
      }),
    );
    await this.#saveHistory(
      trx,
      won.flatMap(([id]) => folded.get(id)!.history),
    );
    return isNew;
  }

  async #putFurtherWords(
    trx: Knex,
    groups: Group[],
    statuses: PutStatus[],
    options: PutOptions,
  ): Promise<void> {
    const wanted = groups.map(([, [{ word }]]) => toIdentity(word));
    const locked: Row[] = await trx('evidence')
      .where(isRowAmong(trx, IDENTITY, wanted))
      .orderBy([...IDENTITY])
      .forUpdate();
    const known = new Map(locked.map(row => [idOfRow(row), toWord(row)]));
    const earlier = await this.#earlierOf(trx, groups, known);

    const folded = groups.map(([id, group]) =>
      foldGroup(known.get(id), earlier.get(id) ?? [], group, options),
    );
    groups.forEach(([, group], place) =>
      group.forEach(({ at }, i) => {
        statuses[at] = folded[place].statuses[i];
      }),
    );
    const changed = folded.filter(one => one.statuses.includes('stored'));
    await insertRows(trx, {
      table: 'evidence',
      columns: COLUMNS,
      rows: changed.map(({ current }) => toRow(current)),
      onConflict: `(entity_ref, key, source) do update set ${takeOver(
        Object.keys(COLUMNS).filter(
          column => !IDENTITY.some(name => name === column),
        ),
      )}`,
    });
    await this.#saveHistory(
      trx,
      folded.flatMap(({ history }) => history),
    );
  }

  /** Asked for only where a word is older than what is known. */
  async #earlierOf(
    trx: Knex,
    groups: Group[],
    known: ReadonlyMap<string, KnownWord>,
  ): Promise<Map<string, KnownWord[]>> {
    const late = groups.filter(([id, group]) =>
      group.some(
        ({ word }) => word.observedAt < (known.get(id)?.observedAt ?? ''),
      ),
    );
    if (late.length === 0) {
      return new Map();
    }
    const rows: Row[] = await trx('evidence_history').where(
      isRowAmong(
        trx,
        IDENTITY,
        late.map(([, [{ word }]]) => toIdentity(word)),
      ),
    );
    return groupBy(rows.map(toWord), word => idOf(word));
  }

  async #saveHistory(trx: Knex, words: readonly KnownWord[]): Promise<void> {
    await insertRows(trx, {
      table: 'evidence_history',
      columns: { id: 'text', ...COLUMNS },
      rows: words.map(word => ({ id: this.#nextId(), ...toRow(word) })),
    });
  }
}

/** The words of one source on one key of one entity, with their places. */
type Group = [id: string, words: { word: Word; at: number }[]];

function groupOf(words: readonly Word[]): Map<string, Group[1]> {
  return groupBy(
    words.map((word, at) => ({ word, at })),
    ({ word }) => idOf(word),
  );
}

function foldGroup(
  known: KnownWord | undefined,
  earlier: readonly KnownWord[],
  group: Group[1],
  options: PutOptions,
) {
  const words = group.map(({ word }) => word);
  return foldEvidence(known, earlier, words, options);
}
