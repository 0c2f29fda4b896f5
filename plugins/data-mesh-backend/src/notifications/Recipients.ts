import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { readDomainAnnotation } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { isAmong, isPostgres } from '../database/sql';
import { groupBy } from '../lists';
import { SubjectData } from '../projection/projectEntity';
import { SubjectFacts } from '../projection/subjectFacts';

type SubjectRow = {
  ref: string;
  title: string;
  owner_ref: string | null;
  data: string;
  facts: string | null;
};

/** An entity, and who answers for it: refs of people and groups. */
export type Answered = { ref: string; title: string; owners: string[] };

/** Finds in the projection who answers for entities, person by person. */
export class Recipients {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of the entities that are in the catalog. */
  async getAnswered(
    subjects: readonly string[],
  ): Promise<Map<string, Answered>> {
    const rows: SubjectRow[] = await this.#knex('subjects')
      .select('ref', 'title', 'owner_ref', 'data', 'facts')
      .whereNull('gone_at')
      .where(isAmong(this.#knex, 'ref', subjects));
    return new Map(
      rows.map(row => [
        row.ref,
        { ref: row.ref, title: row.title, owners: ownersOf(row) },
      ]),
    );
  }

  /**
   * The people behind each ref: the person, or the members of the group and
   * of all groups below it. People who are not in the catalog are left out.
   */
  async getPeople(refs: readonly string[]): Promise<Map<string, string[]>> {
    const knex = this.#knex;
    const [roots, values] = isPostgres(knex)
      ? [
          'select r collate "C", r collate "C" from unnest(?::text[]) as r',
          [...refs],
        ]
      : ['select value, value from json_each(?)', JSON.stringify(refs)];
    const rows: { root: string; ref: string }[] = await knex
      .withRecursive(
        'below',
        ['root', 'ref'],
        knex.raw(
          `${roots} union select below.root, e.from_ref from below
          join edges e on e.to_ref = below.ref and e.type in ('memberOf', 'childOf')`,
          [values],
        ),
      )
      .from('below')
      .join('subjects as s', 's.ref', 'below.ref')
      .where('s.kind', 'user')
      .whereNull('s.gone_at')
      .select('below.root', 'below.ref');
    const people = groupBy(rows, ({ root }) => root);
    return new Map(
      [...people].map(([root, members]) => [root, members.map(m => m.ref)]),
    );
  }
}

function ownersOf({ owner_ref, data, facts }: SubjectRow): string[] {
  const { productOwner }: SubjectData = JSON.parse(data);
  const { annotations }: SubjectFacts = facts ? JSON.parse(facts) : {};
  return [
    owner_ref,
    productOwner,
    ...(['domainOwner', 'dataLead'] as const).map(role =>
      userRef(readDomainAnnotation(annotations, role)),
    ),
  ].filter(ref => typeof ref === 'string');
}

function userRef(text: string | undefined): string | undefined {
  return (
    text &&
    stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    )
  );
}
