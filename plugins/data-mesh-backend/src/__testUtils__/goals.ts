import {
  MeasureFields,
  NodeFields,
  NodeKind,
  NodeState,
  Reading,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { keptMeasure, keptNode } from '../valueTree/__testUtils__/kept';
import { CheckInStore } from '../valueTree/store/CheckInStore';
import { LinkStore } from '../valueTree/store/LinkStore';
import { MeasureStore } from '../valueTree/store/MeasureStore';
import { NodeStore } from '../valueTree/store/NodeStore';

const BY = 'user:default/ann';
const AT = '2026-03-01T06:00:00.000Z';

/** A value tree that a test writes right into the database. */
export class Goals {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    kind: NodeKind,
    id: string,
    node: {
      parentId?: string;
      state?: NodeState;
      fields?: Partial<NodeFields>;
    } = {},
  ): Promise<void> {
    await new NodeStore(this.#knex).insert([
      keptNode(id, { kind, ...node, fields: { title: id, ...node.fields } }),
    ]);
  }

  async setState(id: string, state: NodeState): Promise<void> {
    await this.#knex('value_nodes')
      .where({ id })
      .update({ state })
      .increment('version');
  }

  async delete(id: string): Promise<void> {
    await this.#knex('value_nodes').where({ id }).update({ gone_at: AT });
  }

  /** Falls from 100 in the year before to 0 in the year after. */
  async measure(
    nodeId: string,
    readings: Reading[],
    fields: Partial<MeasureFields> = {},
  ): Promise<void> {
    await new MeasureStore(this.#knex).insert([
      keptMeasure(`${nodeId}-measure`, nodeId, {
        readings,
        fields: {
          name: 'hours',
          baseline: { value: 100, date: '2025-03-01' },
          target: { value: 0, date: '2027-03-01' },
          ...fields,
        },
      }),
    ]);
  }

  /** Adds a reading to the measure of a node. */
  async read(nodeId: string, reading: Reading): Promise<void> {
    const measureId = `${nodeId}-measure`;
    const measures = new MeasureStore(this.#knex);
    const before = (await measures.find(measureId))?.readings ?? [];
    await new CheckInStore(this.#knex).insert([
      {
        ...reading,
        id: `${measureId} ${reading.date}`,
        measureId,
        by: BY,
        at: AT,
      },
    ]);
    await measures.setReadings([
      { id: measureId, readings: [...before, reading] },
    ]);
  }

  async link(nodeId: string, ref: string): Promise<void> {
    await new LinkStore(this.#knex).insert([
      {
        id: `${nodeId} ${ref}`,
        nodeId,
        provider: 'catalog',
        ref,
        by: BY,
        createdAt: AT,
      },
    ]);
  }

  async unlink(nodeId: string, ref: string): Promise<void> {
    await new LinkStore(this.#knex).delete(`${nodeId} ${ref}`);
  }

  /** A goal of the company, one of a domain, a bet and an initiative. */
  async addBranch(domain: string): Promise<void> {
    await this.add('goal', 'CG');
    await this.add('goal', 'DG', { parentId: 'CG', fields: { domain } });
    await this.add('bet', 'B', { parentId: 'DG' });
    await this.add('initiative', 'I', { parentId: 'B' });
  }
}
