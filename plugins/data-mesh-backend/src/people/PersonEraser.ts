import {
  Erasure,
  ERASED_PERSON,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { AuditLog } from '../audit/AuditLog';
import { isPostgres } from '../database/sql';
import { inputsDigest } from '../results/inputs';
import { changing, mapped, withoutNames } from './changing';
import { REVIEW_COLUMNS, rewriteReviews } from './reviewWithoutPeople';
import { rewriteRows, RowsToRewrite } from './rewriteRows';
import { columnsOf, RecordTableName } from './tables';
import { IsNamed, reportWithoutPerson } from './withoutPeople';

type Counts = Pick<Erasure, 'replaced' | 'removed'>;

/** What was done, and whose evidence names somebody else now. */
export type Erased = Counts & { entities: string[] };

/** Takes the name of a person out of all that we keep. */
export class PersonEraser {
  readonly #knex: Knex;
  readonly #audit: AuditLog;

  constructor(options: { knex: Knex; audit: AuditLog }) {
    this.#knex = options.knex;
    this.#audit = options.audit;
  }

  /**
   * Erases all or nothing.
   *
   * @param person - full ref in lower case
   * @param by - who does it, for the log, which does not say whom
   */
  async erase(person: string, by: string): Promise<Erased> {
    return this.#knex.transaction(async trx => {
      await holdUpOthers(trx);
      const removed = {
        evidence: await removeEvidenceAbout(trx, person),
        notices: await trx('notices')
          .where(isPerson(trx, 'recipient_ref', person))
          .delete(),
      };
      const entities = await entitiesTold(trx, person);
      const renamed = await renameSource(trx, person);
      const others = (table: RecordTableName) =>
        rewriteTable(trx, table, person);
      const replaced = {
        answers:
          renamed +
          (await others('evidence')) +
          (await others('evidence_history')),
        // Before the decisions that their minutes name.
        reviews: await rewriteReviewsOf(trx, person),
        nodes: await others('value_nodes'),
        measures: await others('measures'),
        checkIns: await others('check_ins'),
        decisions: await others('decisions'),
        links: await others('node_links'),
        versions: await others('node_versions'),
        exceptions: await others('waivers'),
        results: await others('levels'),
        changes: await others('result_changes'),
        reports:
          (await others('evidence_sources')) +
          (await others('value_tree_documents')),
        auditEntries: await others('audit_log'),
      };
      const counts = { replaced, removed };
      if (sumOf(counts) > 0) {
        await this.#audit.append(trx, {
          by: by === person ? ERASED_PERSON : by,
          action: 'person-erased',
          after: counts,
        });
      }
      return { ...counts, entities };
    });
  }
}

/**
 * Nobody tells anything meanwhile, and two that are erased at once come one
 * after the other. SQLite has one transaction at a time anyway.
 */
async function holdUpOthers(trx: Knex): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('lock table evidence in share row exclusive mode');
  }
}

async function removeEvidenceAbout(trx: Knex, person: string): Promise<number> {
  let removed = 0;
  for (const table of ['evidence', 'evidence_history']) {
    removed += await trx(table)
      .where(isPerson(trx, 'entity_ref', person))
      .delete();
  }
  return removed;
}

async function entitiesTold(trx: Knex, person: string): Promise<string[]> {
  const rows: { entity_ref: string }[] = await trx('evidence')
    .distinct('entity_ref')
    .where(isPerson(trx, 'source', person))
    .orderBy('entity_ref');
  return rows.map(row => row.entity_ref);
}

/**
 * One source has one word on a key, and some rules count the people who had a
 * say: whoever comes second is another one still.
 */
async function renameSource(trx: Knex, person: string): Promise<number> {
  let renamed = 0;
  for (let place = 1; ; place += 1) {
    const mark = place === 1 ? ERASED_PERSON : `${ERASED_PERSON}-${place}`;
    const mine = () => trx('evidence').where(isPerson(trx, 'source', person));
    renamed += await mine()
      .whereNotExists(
        trx('evidence as other')
          .select(trx.raw('1'))
          .whereRaw('other.entity_ref = evidence.entity_ref')
          .whereRaw('other.key = evidence.key')
          .where('other.source', mark),
      )
      .update({ source: mark });
    if (!(await mine().first('key'))) {
      return renamed;
    }
  }
}

async function rewriteTable(
  trx: Knex,
  table: RecordTableName,
  person: string,
): Promise<number> {
  const isNamed: IsNamed = text => lower(text) === person;
  const refs = columnsOf(table, 'person').filter(
    // Whom evidence is about, and from, is settled by now.
    column => table !== 'evidence' || !/^(entity_ref|source)$/.test(column),
  );
  const jsons = columnsOf(table, 'json');
  const reports = columnsOf(table, 'report');
  return rewriteRows(trx, {
    table,
    columns: [...refs, ...jsons, ...reports, ...columnsOf(table, 'composed')],
    where: namesPerson(trx, refs, [...jsons, ...reports], person),
    rewrite: changing(row => {
      const next = {
        ...withoutNames(row, { refs, jsons }, isNamed),
        ...mapped(row, reports, json => reportWithoutPerson(json, person)),
      };
      return table === 'levels' && next.inputs !== row.inputs && next.inputs
        ? { ...next, inputs_digest: inputsDigest(JSON.parse(next.inputs)) }
        : next;
    }),
  });
}

async function rewriteReviewsOf(trx: Knex, person: string): Promise<number> {
  const isNamed: IsNamed = text => lower(text) === person;
  const refs = columnsOf('reviews', 'person');
  return rewriteRows(trx, {
    table: 'reviews',
    columns: REVIEW_COLUMNS,
    where: query =>
      query.where(some => {
        namesPerson(trx, refs, ['data', 'snapshot'], person)(some);
        some.orWhereExists(
          trx('decisions as d')
            .select(trx.raw('1'))
            .whereRaw('d.review_id = reviews.id')
            .where(isPerson(trx, 'd.by', person)),
        );
      }),
    rewrite: rewriteReviews(isNamed),
  });
}

function namesPerson(
  knex: Knex,
  refs: readonly string[],
  texts: readonly string[],
  person: string,
): RowsToRewrite['where'] {
  const inJson = JSON.stringify(person).slice(1, -1);
  const position = isPostgres(knex) ? 'strpos' : 'instr';
  return query =>
    query.where(some => {
      refs.forEach(column => some.orWhere(isPerson(knex, column, person)));
      texts.forEach(column =>
        some.orWhereRaw(`${position}(lower(??), ?) > 0`, [column, inJson]),
      );
    });
}

function isPerson(knex: Knex, column: string, person: string): Knex.Raw {
  return knex.raw('lower(??) = ?', [column, person]);
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

function sumOf({ replaced, removed }: Counts): number {
  return [...Object.values(replaced), ...Object.values(removed)].reduce(
    (a, b) => a + b,
    0,
  );
}
