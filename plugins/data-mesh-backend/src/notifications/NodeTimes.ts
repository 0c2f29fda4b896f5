import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { groupBy } from '../lists';
import { StoredVersion } from '../valueTree/store/VersionStore';

type Said = Pick<StoredVersion, 'at' | 'by' | 'action' | 'data'>;

/** Since when something has been so, as far as that is known. */
export type Since = {
  at: string;
  /** Whether it was so from the first, in a document. */
  isBaseline: boolean;
};

/** Tells from what nodes said before since when they say what they say. */
export class NodeTimes {
  readonly #versions: ReadonlyMap<string, Said[]>;
  readonly #measureGone: ReadonlyMap<string, string>;

  private constructor(
    versions: ReadonlyMap<string, Said[]>,
    measureGone: ReadonlyMap<string, string>,
  ) {
    this.#versions = versions;
    this.#measureGone = measureGone;
  }

  static async of(knex: Knex, nodeIds: readonly string[]): Promise<NodeTimes> {
    const rows = await knex('node_versions')
      .select('node_id', 'measure_id', 'action', 'data', 'by', 'at')
      .where(isAmong(knex, 'node_id', nodeIds))
      .orderBy('id');
    const versions = groupBy(
      rows
        .filter(row => row.measure_id === null)
        .map(row => ({ ...row, data: JSON.parse(row.data) })),
      ({ node_id }) => node_id,
    );
    const measureGone = new Map<string, string>(
      rows
        .filter(row => row.measure_id !== null && row.action === 'deleted')
        .map(row => [row.node_id, row.at]),
    );
    return new NodeTimes(versions, measureGone);
  }

  /** Since when all that the node said was so; undefined if it is not so. */
  since(
    nodeId: string,
    isSo: (data: StoredVersion['data']) => boolean,
  ): Since | undefined {
    const versions = this.#versions.get(nodeId) ?? [];
    const before = versions.findLastIndex(({ data }) => !isSo(data));
    const first = versions[before + 1];
    return (
      first && {
        at: first.at,
        isBaseline: before === -1 && !first.by.startsWith('user:'),
      }
    );
  }

  /** When a measure of the node was taken away last. */
  measureGone(nodeId: string): string | undefined {
    return this.#measureGone.get(nodeId);
  }
}
