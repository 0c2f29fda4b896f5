import {
  MeasureFields,
  MeasureModel,
  Reading,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong, updateRows } from '../../database/sql';
import { ITEM_COLUMNS, itemOfRow, rowOfItem, TreeItem } from './treeItem';
import { TreeStore, TreeTable } from './TreeStore';

/** A measure as it is kept; `readings` are the newest, the oldest first. */
export type StoredMeasure = MeasureModel & TreeItem & { fields: MeasureFields };

const COLUMNS = {
  ...ITEM_COLUMNS,
  node_id: 'text',
  position: 'integer',
  is_primary: 'boolean',
  owner_ref: 'text',
  data: 'text',
  recent: 'text',
} as const;

const MEASURES: TreeTable<StoredMeasure> = {
  table: 'measures',
  columns: COLUMNS,
  apart: ['recent'],
  order: ['node_id', 'position', 'id'],
  toRow,
  toItem: toMeasure,
};

/** Keeps measures. Their readings are written apart from what they say. */
export class MeasureStore extends TreeStore<StoredMeasure> {
  constructor(knex: Knex) {
    super(knex, MEASURES);
  }

  async ofNodes(nodeIds: readonly string[]): Promise<StoredMeasure[]> {
    return this.read(
      this.living().where(isAmong(this.knex, 'node_id', nodeIds)),
    );
  }

  /** Writes the newest readings of measures, the oldest first. */
  async setReadings(
    measures: readonly { id: string; readings: readonly Reading[] }[],
  ): Promise<void> {
    await updateRows(this.knex, {
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
}

function toRow(measure: StoredMeasure) {
  const { primary, ...data } = measure.fields;
  return {
    ...rowOfItem(measure),
    node_id: measure.nodeId,
    is_primary: primary,
    owner_ref: measure.fields.owner,
    data: JSON.stringify(data),
    recent: JSON.stringify(measure.readings),
  };
}

function toMeasure(row: Record<string, any>): StoredMeasure {
  return {
    ...itemOfRow(row),
    nodeId: row.node_id,
    fields: { ...JSON.parse(row.data), primary: Boolean(row.is_primary) },
    readings: JSON.parse(row.recent),
  };
}
