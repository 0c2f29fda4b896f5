import {
  PlannedMeasure,
  PlannedNode,
  PlannedTree,
  TreeChanges,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../../database/sql';
import { TreeRecords, TreeWrite } from '../nodes/TreeRecords';
import { MeasureStore, StoredMeasure } from '../store/MeasureStore';
import { NodeStore, StoredNode } from '../store/NodeStore';
import { TreeForPlan } from './currentTree';

/** Somebody wrote to the tree since the plan was made: make it anew. */
export class OvertakenError extends Error {}

type Stored = StoredNode | StoredMeasure;
type Store<TStored> = {
  insert(items: readonly TStored[]): Promise<Set<string>>;
  update(items: readonly TStored[]): Promise<Set<string>>;
};

/** Writes what was planned, in a transaction that the caller ends. */
export class PlanWriter {
  readonly #trx: Knex;
  readonly #records: TreeRecords;
  readonly #by: string;
  readonly #managedBy?: string;
  readonly #at: string;

  /** @param options - `managedBy`: the document that owns what is written */
  constructor(options: {
    trx: Knex;
    records: TreeRecords;
    by: string;
    managedBy?: string;
    at: string;
  }) {
    this.#trx = options.trx;
    this.#records = options.records;
    this.#by = options.by;
    this.#managedBy = options.managedBy;
    this.#at = options.at;
  }

  /** @throws OvertakenError when something is no longer as it was read */
  async write(planned: PlannedTree, current: TreeForPlan): Promise<void> {
    const nodes = new NodeStore(this.#trx);
    const { order, changes } = withoutOrder(planned.nodes);
    await nodes.place(order);
    // The nodes first: whoever writes a measure has locked its node.
    const writes = [
      ...(await this.#write<PlannedNode, StoredNode>(
        changes,
        current.nodes,
        { ...bound(nodes), table: 'value_nodes' },
        node => this.#asNew(node),
      )),
      ...(await this.#write<PlannedMeasure, StoredMeasure>(
        planned.measures,
        current.measures,
        { ...bound(new MeasureStore(this.#trx)), table: 'measures' },
        measure => ({ ...this.#asNew(measure), readings: [] }),
      )),
    ];
    await this.#records.append(this.#trx, this.#by, writes);
  }

  /** Gives what a document owns to the portal. */
  async release(current: TreeForPlan): Promise<void> {
    const free = <T extends Stored>(item: T): T => ({
      ...this.#next(item),
      managedBy: undefined,
    });
    const nodes = current.nodes.map(free);
    const measures = current.measures.map(free);
    requireAll(nodes, await new NodeStore(this.#trx).update(nodes));
    requireAll(measures, await new MeasureStore(this.#trx).update(measures));
    const before = [...current.nodes, ...current.measures];
    await this.#records.append(
      this.#trx,
      this.#by,
      [...nodes, ...measures].map((after, at) => ({
        action: 'released',
        before: before[at],
        after,
      })),
    );
  }

  async #write<
    TPlanned extends { id: string },
    TStored extends Stored & TPlanned,
  >(
    { add, change, remove }: TreeChanges<TPlanned>,
    current: readonly TStored[],
    store: Store<TStored> & { table: string },
    asNew: (item: TPlanned) => TStored,
  ): Promise<TreeWrite[]> {
    const known = new Map(current.map(item => [item.id, item]));
    const fresh = add.filter(({ id }) => !known.has(id)).map(asNew);
    requireAll(fresh, await store.insert(fresh));

    const again = add.filter(({ id }) => known.has(id));
    await this.#revive(
      store.table,
      again.map(({ id }) => id),
    );
    const updates = [
      ...again.map(item => this.#update('restored', known.get(item.id)!, item)),
      ...change.map(({ item, changed }) =>
        this.#update(actionOf(changed), known.get(item.id)!, item),
      ),
      ...remove.map(id => {
        const before = known.get(id)!;
        const after = { ...this.#next(before), goneAt: this.#at };
        return { action: 'deleted', before, after };
      }),
    ];
    const afters = updates.map(({ after }) => after);
    requireAll(afters, await store.update(afters));
    return [...fresh.map(after => ({ action: 'added', after })), ...updates];
  }

  #update<TPlanned, TStored extends Stored & TPlanned>(
    action: string,
    before: TStored,
    planned: TPlanned,
  ) {
    const after: TStored = {
      ...this.#next(before),
      ...planned,
      managedBy: this.#managedBy,
      goneAt: undefined,
    };
    return { action, before, after };
  }

  #asNew<TPlanned>(item: TPlanned) {
    return {
      ...item,
      managedBy: this.#managedBy,
      version: 1,
      createdAt: this.#at,
      updatedAt: this.#at,
    };
  }

  #next<T extends Stored>(item: T): T {
    return { ...item, version: item.version + 1, updatedAt: this.#at };
  }

  /** What was deleted is there again; it is written right after that. */
  async #revive(table: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) {
      await this.#trx(table)
        .where(isAmong(this.#trx, 'id', ids))
        .update({ gone_at: null });
    }
  }
}

function actionOf(changed: readonly string[]): string {
  if (changed.includes('document')) {
    return 'taken-over';
  }
  return changed.every(name => name === 'parent' || name === 'order')
    ? 'moved'
    : 'edited';
}

/** The order of siblings is no part of what a node says. */
function withoutOrder({ change, ...rest }: PlannedTree['nodes']) {
  const isOrder = ({ changed }: { changed: string[] }) =>
    changed.every(name => name === 'order');
  return {
    order: change
      .filter(isOrder)
      .map(({ item: { id, position } }) => ({ id, position })),
    changes: { ...rest, change: change.filter(one => !isOrder(one)) },
  };
}

function bound<TStored>(store: Store<TStored>): Store<TStored> {
  return {
    insert: items => store.insert(items),
    update: items => store.update(items),
  };
}

/** @throws OvertakenError when not all of them were written */
function requireAll(
  wanted: readonly unknown[],
  written: ReadonlySet<string>,
): void {
  if (written.size < wanted.length) {
    throw new OvertakenError('Somebody else wrote to the value tree');
  }
}
