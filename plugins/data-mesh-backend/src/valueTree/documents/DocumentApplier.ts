import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import {
  BacklogHost,
  ParsedValueTree,
  PlannedTree,
  planValueTree,
  ValueTreeDocument,
  ValueTreePlan,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { audited } from '../../audit/audited';
import { TreeMarks } from '../nodes/TreeMarks';
import { TreeRecords } from '../nodes/TreeRecords';
import { MeasureStore } from '../store/MeasureStore';
import { NodeStore } from '../store/NodeStore';
import { readTreeForPlan, TreeForPlan } from './currentTree';
import { DocumentSource } from './DocumentSource';
import { DocumentStore, StoredDocument } from './DocumentStore';
import { OvertakenError, PlanWriter } from './PlanWriter';
import { writeSeedRecords } from './writeSeedRecords';

/** How often it is tried anew while people write to the same nodes. */
const MOST_TRIES = 5;

type Parsed = ParsedValueTree & { document: ValueTreeDocument };
type Source = Pick<DocumentSource, 'id' | 'mode' | 'takeOver'>;

/** Writes documents to the tree: each as a whole, or not at all. */
export class DocumentApplier {
  readonly #knex: Knex;
  readonly #records: TreeRecords;
  readonly #marks: TreeMarks;
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;
  readonly #hosts?: readonly BacklogHost[];
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    records: TreeRecords;
    marks: TreeMarks;
    auditor: AuditorService;
    logger: LoggerService;
    /** Of backlogs that are known. */
    hosts?: readonly BacklogHost[];
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#records = options.records;
    this.#marks = options.marks;
    this.#auditor = options.auditor;
    this.#logger = options.logger;
    this.#hosts = options.hosts;
    this.#now = options.now;
  }

  /** What would be done now; nothing is written. */
  async plan(source: Source, parsed: Parsed): Promise<ValueTreePlan> {
    return (await this.#plan(this.#knex, source, parsed)).planned.plan;
  }

  /**
   * Does what the document says. What people write meanwhile stays: the plan
   * is made anew on top of it.
   *
   * @returns what was done, or why nothing could be
   * @throws Error when people wrote to the same nodes again and again
   */
  async apply(
    source: Source,
    parsed: Parsed,
    digest: string,
  ): Promise<ValueTreePlan> {
    const { planned, current, known } = await this.#plan(
      this.#knex,
      source,
      parsed,
    );
    if (isNothingToDo(planned, source, digest, known)) {
      return planned.plan;
    }
    const touched = touchedBy(planned, current);
    const hungBefore = await this.#marks.hangingOn(...touched);
    const plan = await audited(
      this.#auditor,
      {
        eventId: 'value-tree-document-apply',
        severityLevel: 'medium',
        meta: { document: source.id, mode: source.mode },
      },
      () => this.#tryToApply(source, parsed, digest),
      ({ summary, problems }) => ({ summary, problems: problems.length }),
    );
    await this.#marks.mark(touched, hungBefore);
    this.#logger.info(
      `The document “${source.id}” of the value tree was applied: ${plan.summary}`,
    );
    return plan;
  }

  /** Gives what a document owned to the portal, as it is. */
  async release(id: string): Promise<void> {
    await this.#retried(async trx => {
      await new NodeStore(trx).lockTree();
      const own = ({ managedBy }: { managedBy?: string }) => managedBy === id;
      const current = {
        nodes: (await new NodeStore(trx).all()).filter(own),
        measures: (await new MeasureStore(trx).all()).filter(own),
      };
      await this.#writer(trx, { id, mode: 'seed' }).release(current);
    });
  }

  async #tryToApply(source: Source, parsed: Parsed, digest: string) {
    return this.#retried(async trx => {
      await new NodeStore(trx).lockTree();
      const { planned, current, known } = await this.#plan(trx, source, parsed);
      // Another replica may have been here meanwhile.
      if (isNothingToDo(planned, source, digest, known)) {
        return planned.plan;
      }
      const now = this.#now();
      await this.#writer(trx, source).write(planned, current);
      if (source.mode === 'seed' && !isSown(known)) {
        await writeSeedRecords(trx, parsed.document, {
          by: nameOf(source),
          now,
          hosts: this.#hosts,
        });
      }
      await new DocumentStore(trx).save({
        id: source.id,
        mode: source.mode,
        digest,
        appliedAt: now.toISOString(),
        triedAt: now.toISOString(),
        problems: [],
        plan: planned.plan,
        made: [...new Set([...(known?.made ?? []), ...idsIn(planned)])],
      });
      return planned.plan;
    });
  }

  async #plan(knex: Knex, source: Source, parsed: Parsed) {
    const { document, placeOf } = parsed;
    const known = await new DocumentStore(knex).find(source.id);
    const current = await readTreeForPlan(knex, document);
    const planned = planValueTree(
      current,
      source.mode === 'seed' && isSown(known)
        ? { ...document, nodes: [] }
        : document,
      {
        document: source.id,
        mode: source.mode,
        made: known?.made,
        takeOver: source.takeOver,
        placeOf,
        today: this.#now().toISOString().slice(0, 10),
      },
    );
    return { planned, current, known };
  }

  #writer(trx: Knex, source: Source): PlanWriter {
    return new PlanWriter({
      trx,
      records: this.#records,
      by: nameOf(source),
      managedBy: source.mode === 'managed' ? source.id : undefined,
      at: this.#now().toISOString(),
    });
  }

  /** A transaction, anew when somebody else was faster. */
  async #retried<T>(write: (trx: Knex) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#knex.transaction(write);
      } catch (error) {
        if (!(error instanceof OvertakenError) || tries === MOST_TRIES) {
          throw error;
        }
      }
    }
  }
}

/** How records name a document. */
function nameOf({ id }: { id: string }): string {
  return `document:${id}`;
}

/** A seed is loaded once; what was managed before is there already. */
function isSown(known: StoredDocument | undefined): boolean {
  return known?.appliedAt !== undefined;
}

function isNothingToDo(
  planned: PlannedTree,
  source: Source,
  digest: string,
  known: StoredDocument | undefined,
): boolean {
  const isTaken =
    source.mode === 'seed'
      ? isSown(known)
      : known?.digest === digest && known.mode === source.mode;
  return planned.plan.problems.length > 0 || (isEmpty(planned) && isTaken);
}

function isEmpty({ nodes, measures }: PlannedTree): boolean {
  return [nodes, measures].every(({ add, change, remove }) =>
    [add, change, remove].every(list => list.length === 0),
  );
}

function idsIn({ nodes, measures }: PlannedTree): string[] {
  return [nodes, measures].flatMap(({ add, change, remove }) => [
    ...add.map(({ id }) => id),
    ...change.map(({ item }) => item.id),
    ...remove,
  ]);
}

/** Nodes that change, or whose measures do. */
function touchedBy(planned: PlannedTree, current: TreeForPlan): string[] {
  const nodeOf = new Map(
    [
      ...current.measures,
      ...planned.measures.add,
      ...planned.measures.change.map(({ item }) => item),
    ].map(({ id, nodeId }) => [id, nodeId]),
  );
  return [...new Set(idsIn(planned).map(id => nodeOf.get(id) ?? id))];
}
