import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { Visibility } from '../visibility/Visibility';

/** An entity that results are about, and that the caller may read. */
export type KnownSubject = {
  ref: string;
  /** When it left the catalog. */
  goneAt?: string;
  /** What its history follows. */
  historyKey: string;
};

/** What is stored of the results of an entity. */
type Trace = { historyKey: string; domainRef?: string; goneAt?: string };

/**
 * Finds an entity in the catalog as it was read last or, when it has left it,
 * in what is stored of it. One that is gone is for those who may read the
 * domain that it was in.
 *
 * @throws NotFoundError when there is none that the caller may read
 */
export async function findSubject(
  knex: Knex,
  ref: string,
  visibility: Visibility,
): Promise<KnownSubject> {
  const [row, level] = await Promise.all([
    knex('subjects').first('gone_at').where({ ref }),
    findLevel(knex, ref),
  ]);
  const isGone = !row || row.gone_at !== null;
  const trace = level ?? (isGone ? await findChange(knex, ref) : undefined);
  if (
    (isGone && !trace) ||
    !mayRead(ref, visibility, isGone ? trace?.domainRef : undefined)
  ) {
    throw new NotFoundError(`There is no ${ref}`);
  }
  return {
    ref,
    ...(isGone && { goneAt: row?.gone_at ?? trace?.goneAt }),
    historyKey: trace?.historyKey ?? ref,
  };
}

function mayRead(
  ref: string,
  visibility: Visibility,
  formerDomain: string | undefined,
): boolean {
  return (
    visibility === 'all' ||
    visibility.has(ref) ||
    (formerDomain !== undefined && visibility.has(formerDomain))
  );
}

async function findLevel(knex: Knex, ref: string): Promise<Trace | undefined> {
  const row = await knex('levels')
    .first('history_key', 'domain_ref', 'gone_at')
    .where({ subject_ref: ref })
    .orderBy('rule_set');
  return (
    row && {
      historyKey: row.history_key,
      domainRef: row.domain_ref ?? undefined,
      goneAt: row.gone_at ?? undefined,
    }
  );
}

/** Changes are kept when all else is forgotten. */
async function findChange(knex: Knex, ref: string): Promise<Trace | undefined> {
  const row = await knex('result_changes')
    .first('history_key', 'domain_ref', 'at')
    .where({ subject_ref: ref })
    .orderBy('id', 'desc');
  return (
    row && {
      historyKey: row.history_key,
      domainRef: row.domain_ref ?? undefined,
      goneAt: row.at,
    }
  );
}
