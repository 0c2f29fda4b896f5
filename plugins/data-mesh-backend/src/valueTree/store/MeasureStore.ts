import {
  MeasureFields,
  MeasureModel,
  Reading,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { insertRows, isAmong, updateRows } from '../../database/sql';

/** A measure as it is kept; `readings` are the newest, the oldest first. */
export type StoredMeasure = MeasureModel & {
  fields: MeasureFields;
  /** Among the measures of its node. */
  position: number;
  managedBy?: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  goneAt?: string;
};

const COLUMNS = {
  id: 'text',
  node_id: 'text',
  position: 'integer',
  is_primary: 'boolean',
  owner_ref: 'text',
  data: 'text',
  recent: 'text',
  managed_by: 'text',
  version: 'integer',
  created_at: 'text',
  updated_at: 'text',
  gone_at: 'text',
} as const;

/** Keeps measures, without those that are gone; see {@link NodeStore}. */
export class MeasureStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All of them, those of a node in their order. */
  async all(): Promise<StoredMeasure[]> {
    return toMeasures(await this.#living());
  }

  async byIds(ids: readonly string[]): Promise<StoredMeasure[]> {
    return toMeasures(
      await this.#living().where(isAmong(this.#knex, 'id', ids)),
    );
  }

  async find(id: string): Promise<StoredMeasure | undefined> {
    return (await this.byIds([id]))[0];
  }

  /** Also those that are gone: their ids are not given away again. */
  async byIdsEver(ids: readonly string[]): Promise<StoredMeasure[]> {
    return toMeasures(
      await this.#knex('measures').where(isAmong(this.#knex, 'id', ids)),
    );
  }

  async ofNodes(nodeIds: readonly string[]): Promise<StoredMeasure[]> {
    return toMeasures(
      await this.#living().where(isAmong(this.#knex, 'node_id', nodeIds)),
    );
  }

  /** Holds up other writes of the measure and its check-ins meanwhile. */
  async lock(id: string): Promise<StoredMeasure | undefined> {
    const [measure] = toMeasures(
      await this.#living().where({ id }).forUpdate(),
    );
    return measure;
  }

  /** @returns ids of those that were added; a known id is left as it is */
  async insert(measures: readonly StoredMeasure[]): Promise<Set<string>> {
    const rows = await insertRows(this.#knex, {
      table: 'measures',
      columns: COLUMNS,
      rows: measures.map(toRow),
      onConflict: '(id) do nothing',
      returning: 'id',
    });
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Writes measures that are still, and living, in the version before the
   * given one. Their readings are left as they are.
   *
   * @returns ids of those that were written
   */
  async update(measures: readonly StoredMeasure[]): Promise<Set<string>> {
    const rows = await updateRows(this.#knex, {
      table: 'measures',
      columns: COLUMNS,
      rows: measures.map(toRow),
      set: [
        'node_id',
        'position',
        'is_primary',
        'owner_ref',
        'data',
        'managed_by',
        'version',
        'updated_at',
        'gone_at',
      ],
      where: 'id = new_id and version = new_version - 1 and gone_at is null',
      returning: ['id'],
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** Writes the newest readings of measures, the oldest first. */
  async setReadings(
    measures: readonly { id: string; readings: readonly Reading[] }[],
  ): Promise<void> {
    await updateRows(this.#knex, {
      table: 'measures',
      columns: { id: 'text', recent: 'text' },
      rows: measures.map(({ id, readings }) => ({
        id,
        recent: JSON.stringify(readings),
      })),
      set: ['recent'],
      where: 'id = new_id',
    });
  }

  #living(): Knex.QueryBuilder {
    return this.#knex('measures')
      .whereNull('gone_at')
      .orderBy([
        { column: 'node_id' },
        { column: 'position' },
        { column: 'id' },
      ]);
  }
}

function toRow(measure: StoredMeasure) {
  const { primary, ...data } = measure.fields;
  return {
    id: measure.id,
    node_id: measure.nodeId,
    position: measure.position,
    is_primary: primary,
    owner_ref: measure.fields.owner,
    data: JSON.stringify(data),
    recent: JSON.stringify(measure.readings),
    managed_by: measure.managedBy,
    version: measure.version,
    created_at: measure.createdAt,
    updated_at: measure.updatedAt,
    gone_at: measure.goneAt,
  };
}

function toMeasures(rows: Record<string, any>[]): StoredMeasure[] {
  return rows.map(row => ({
    id: row.id,
    nodeId: row.node_id,
    position: row.position,
    fields: { ...JSON.parse(row.data), primary: Boolean(row.is_primary) },
    readings: JSON.parse(row.recent),
    managedBy: row.managed_by ?? undefined,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    goneAt: row.gone_at ?? undefined,
  }));
}
