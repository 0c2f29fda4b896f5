import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { AuditLog } from '../../audit/AuditLog';
import { StoredDecision } from '../store/DecisionStore';
import { StoredMeasure } from '../store/MeasureStore';
import { StoredNode } from '../store/NodeStore';
import { StoredVersion, VersionStore } from '../store/VersionStore';

/** One node or measure that was written. */
export type TreeWrite = {
  /** Such as `added`, `edited`, `moved`, `stopped` or `deleted`. */
  action: string;
  before?: StoredNode | StoredMeasure;
  after: StoredNode | StoredMeasure;
};

/** Notes what was written to the tree, in the transaction that writes it. */
export class TreeRecords {
  readonly #audit: AuditLog;
  readonly #now: () => Date;
  /** Versions of one millisecond keep their order. */
  readonly #nextId = monotonicFactory();

  constructor(options: { audit: AuditLog; now?: () => Date }) {
    this.#audit = options.audit;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * @param by - ref of a user, the subject of a service, or a document
   * @param why - the decision from which the writes follow
   */
  async append(
    trx: Knex,
    by: string,
    writes: readonly TreeWrite[],
    why?: StoredDecision,
  ): Promise<void> {
    const now = this.#now();
    await new VersionStore(trx).append(
      writes.map(({ action, after }) => ({
        id: this.#nextId(now.getTime()),
        ...identityOf(after),
        version: after.version,
        action,
        data: saidBy(after),
        by,
        at: now.toISOString(),
      })),
    );
    await this.#audit.append(
      trx,
      ...writes.map(({ action, before, after }) => ({
        by,
        action: `${isNode(after) ? after.kind : 'measure'}-${action}`,
        subjectRef: isNode(after) ? after.fields.domain : undefined,
        before: before && auditOf(before),
        after:
          action === 'deleted'
            ? null
            : { ...auditOf(after), ...(why && { decision: plain(why) }) },
      })),
    );
  }
}

function isNode(one: StoredNode | StoredMeasure): one is StoredNode {
  return 'kind' in one;
}

function identityOf(one: StoredNode | StoredMeasure) {
  return isNode(one)
    ? { nodeId: one.id }
    : { nodeId: one.nodeId, measureId: one.id };
}

function saidBy(one: StoredNode | StoredMeasure): StoredVersion['data'] {
  const { fields } = one;
  return isNode(one)
    ? { fields, state: one.state, parentId: one.parentId }
    : { fields };
}

function auditOf(one: StoredNode | StoredMeasure): JsonObject {
  const { id, version } = one;
  return plain({ id, version, ...saidBy(one) });
}

/** As JSON has it: without what is undefined. */
function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
