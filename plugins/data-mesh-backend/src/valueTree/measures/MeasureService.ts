import { InputError, NotFoundError } from '@backstage/errors';
import {
  Measure,
  MeasureChange,
  measureFieldsSchema,
  NewMeasure,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { readValue } from '../../http/readRequest';
import { merged, readMeasureFields, requireMeasures } from '../nodes/fields';
import { requireUnmanaged } from '../nodes/managed';
import { StaleMeasureError } from '../nodes/stale';
import { TreeWrite } from '../nodes/TreeRecords';
import { nameOf, PersonCredentials, TreeParts } from '../nodes/TreeParts';
import { MeasureStore, StoredMeasure } from '../store/MeasureStore';
import { NodeStore } from '../store/NodeStore';
import { newMeasure } from './newMeasure';

/**
 * Adds, changes and takes away measures. A node that has measures has exactly
 * one primary one, also while several people write.
 */
export class MeasureService {
  readonly #parts: TreeParts;

  constructor(parts: TreeParts) {
    this.#parts = parts;
  }

  /**
   * @throws InputError when no progress could be told from it
   * @throws NotFoundError when there is no such node that one may see
   * @throws NotAllowedError when it is for others to add
   */
  async add(
    nodeId: string,
    request: NewMeasure,
    credentials: PersonCredentials,
  ): Promise<Measure> {
    const { knex, access, views, marks } = this.#parts;
    const caller = await access.of(credentials);
    const node = caller.get(nodeId);
    caller.requireManage(node);
    requireUnmanaged(node, node.fields.title);
    const fields = readMeasureFields(request);

    const id = await knex.transaction(async trx => {
      if (!(await new NodeStore(trx).lock(nodeId))) {
        throw new NotFoundError(`“${node.fields.title}” has been deleted`);
      }
      const store = new MeasureStore(trx);
      const siblings = await store.ofNodes([nodeId]);
      const position = (siblings.at(-1)?.position ?? 0) + 1;
      const now = this.#parts.now();
      const added = newMeasure(fields, {
        id: this.#parts.nextId(now.getTime()),
        nodeId,
        position,
        now,
      });
      const moved = this.#takePrimary(added, siblings);
      requireMeasures([...withWrites(siblings, moved), added].map(said));
      await store.update(moved.map(({ after }) => after));
      await store.insert([added]);
      await this.#note(
        trx,
        [{ action: 'added', after: added }, ...moved],
        credentials,
      );
      return added.id;
    });
    await marks.mark([nodeId]);
    return views.getMeasure(id, credentials);
  }

  /**
   * Changes what a measure says; what is the same already is no change.
   *
   * @throws InputError when no progress could be told from it
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when it is for others to change
   * @throws StaleMeasureError when it has changed since it was read
   */
  async change(
    id: string,
    { version, ...changes }: MeasureChange,
    credentials: PersonCredentials,
  ): Promise<Measure> {
    const { knex, views, marks } = this.#parts;
    const before = await this.#find(id, version, credentials);
    const fields = readMeasureFields(
      readValue(
        measureFieldsSchema,
        merged(before.fields, changes),
        'What the measure is to say',
      ),
    );
    if (isDeepStrictEqual(fields, before.fields)) {
      return views.getMeasure(id, credentials);
    }
    const isWritten = await knex.transaction(async trx => {
      const { current, siblings } = await this.#lock(trx, before);
      if (current?.version !== version) {
        return false;
      }
      const after = this.#next({ ...current, fields });
      const moved = this.#takePrimary(after, siblings);
      requireMeasures([...withWrites(siblings, moved), after].map(said));
      const writes = [{ action: 'edited', before: current, after }, ...moved];
      await new MeasureStore(trx).update(writes.map(one => one.after));
      await this.#note(trx, writes, credentials);
      return true;
    });
    if (!isWritten) {
      throw await this.#stale(id, credentials);
    }
    await marks.mark([before.nodeId]);
    return views.getMeasure(id, credentials);
  }

  /**
   * Takes a measure away; its check-ins stay in the history.
   *
   * @throws InputError when it is the primary one, and there are others
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when it is for others to take away
   * @throws StaleMeasureError when it has changed since it was read
   */
  async delete(
    id: string,
    version: number,
    credentials: PersonCredentials,
  ): Promise<void> {
    const before = await this.#find(id, version, credentials);
    const isWritten = await this.#parts.knex.transaction(async trx => {
      const { current, siblings } = await this.#lock(trx, before);
      if (current?.version !== version) {
        return false;
      }
      if (current.fields.primary && siblings.length > 0) {
        throw new InputError(
          `“${current.fields.name}” is the measure that tells how it stands. Make another one the primary measure first.`,
        );
      }
      const after = this.#next(current);
      const gone = { ...after, goneAt: after.updatedAt };
      await new MeasureStore(trx).update([gone]);
      await this.#note(
        trx,
        [{ action: 'deleted', before: current, after: gone }],
        credentials,
      );
      return true;
    });
    if (!isWritten) {
      throw await this.#stale(id, credentials);
    }
    await this.#parts.marks.mark([before.nodeId]);
  }

  async #find(
    id: string,
    version: number,
    credentials: PersonCredentials,
  ): Promise<StoredMeasure> {
    const { knex, access } = this.#parts;
    const caller = await access.of(credentials);
    const measure = await new MeasureStore(knex).find(id);
    const node = measure && caller.find(measure.nodeId);
    if (!node) {
      throw new NotFoundError(
        `There is no measure “${id}”. It may have been deleted.`,
      );
    }
    caller.requireManage(node);
    requireUnmanaged(measure, node.fields.title);
    if (measure.version !== version) {
      throw await this.#stale(id, credentials);
    }
    return measure;
  }

  /** The measure as it is now, and the others of its node, held up. */
  async #lock(trx: Knex, { id, nodeId }: StoredMeasure) {
    await new NodeStore(trx).lock(nodeId);
    const all = await new MeasureStore(trx).ofNodes([nodeId]);
    return {
      current: all.find(one => one.id === id),
      siblings: all.filter(one => one.id !== id),
    };
  }

  /** What becomes of the others when one is to be the primary one. */
  #takePrimary(
    one: StoredMeasure,
    others: readonly StoredMeasure[],
  ): (TreeWrite & { after: StoredMeasure })[] {
    return others
      .filter(({ fields }) => one.fields.primary && fields.primary)
      .map(before => ({
        action: 'edited',
        before,
        after: this.#next({
          ...before,
          fields: { ...before.fields, primary: false },
        }),
      }));
  }

  #next(measure: StoredMeasure): StoredMeasure {
    return {
      ...measure,
      version: measure.version + 1,
      updatedAt: this.#parts.now().toISOString(),
    };
  }

  async #note(
    trx: Knex,
    writes: readonly TreeWrite[],
    credentials: PersonCredentials,
  ): Promise<void> {
    await this.#parts.records.append(trx, nameOf(credentials), writes);
  }

  async #stale(
    id: string,
    credentials: PersonCredentials,
  ): Promise<StaleMeasureError> {
    return new StaleMeasureError(
      await this.#parts.views.getMeasure(id, credentials),
    );
  }
}

function withWrites(
  measures: readonly StoredMeasure[],
  writes: readonly { after: StoredMeasure }[],
): StoredMeasure[] {
  const written = new Map(writes.map(({ after }) => [after.id, after]));
  return measures.map(measure => written.get(measure.id) ?? measure);
}

function said({ fields }: StoredMeasure) {
  return fields;
}
