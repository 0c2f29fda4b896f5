import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { rewriteRows } from '../rewriteRows';
import { RecordTableName } from '../tables';
import { oldNames } from './oldNames';
import { RetentionConfig } from './readRetentionConfig';

const TASK = 'data-mesh-retention';
const DAY = 24 * 60 * 60 * 1000;
const ROWS_AT_ONCE = 1000;

/** How many rows of each table there were. */
export type Forgotten = { [table in RecordTableName]?: number };

/** Lets go of what was kept long enough, once a day on one replica. */
export class Retention {
  readonly #knex: Knex;
  readonly #config: RetentionConfig;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    config: RetentionConfig;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#config = options.config;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  async start({ scheduler }: { scheduler: SchedulerService }): Promise<void> {
    if (Object.keys(this.#config).length > 0) {
      await scheduler.scheduleTask({
        id: TASK,
        scope: 'global',
        frequency: { hours: 24 },
        timeout: { hours: 1 },
        initialDelay: { minutes: 20 },
        fn: async signal => {
          await this.run(signal);
        },
      });
    }
  }

  /**
   * Does what is due, some rows at a time. What is not reached before the
   * signal is done the next time.
   */
  async run(signal?: AbortSignal): Promise<Forgotten> {
    const { auditDays, namesDays } = this.#config;
    const forgotten: Forgotten = {};
    if (namesDays !== undefined) {
      const before = this.#daysAgo(namesDays);
      for (const rows of oldNames(this.#knex, before)) {
        forgotten[rows.table] = await rewriteRows(this.#knex, {
          ...rows,
          signal,
        });
      }
      // Without the person it would say nothing.
      forgotten.evidence_history =
        (forgotten.evidence_history ?? 0) +
        (await this.#knex('evidence_history')
          .whereLike('entity_ref', 'user:%')
          .where('received_at', '<', before)
          .delete());
    }
    if (auditDays !== undefined) {
      const before = this.#daysAgo(auditDays);
      forgotten.audit_log = await this.#deleteAudit(before, signal);
    }
    this.#tell(forgotten);
    return forgotten;
  }

  async #deleteAudit(before: string, signal?: AbortSignal): Promise<number> {
    let deleted = 0;
    for (;;) {
      const part = await this.#knex('audit_log')
        .whereIn('id', query =>
          query
            .select('id')
            .from('audit_log')
            .where('at', '<', before)
            .orderBy('id')
            .limit(ROWS_AT_ONCE),
        )
        .delete();
      deleted += part;
      if (part < ROWS_AT_ONCE || signal?.aborted) {
        return deleted;
      }
    }
  }

  #daysAgo(days: number): string {
    return new Date(this.#now().getTime() - days * DAY).toISOString();
  }

  #tell(forgotten: Forgotten): void {
    const told = Object.entries(forgotten).filter(([, count]) => count > 0);
    if (told.length > 0) {
      this.#logger.info(
        `Retention replaced names that were kept long enough, and deleted what is due of the audit log; rows: ${told
          .map(([table, count]) => `${table} ${count}`)
          .join(', ')}`,
      );
    }
  }
}
