import {
  FillableField,
  fillableFields,
  WordField,
  wordFields,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/sql';
import { filterConditions, selectCandidates } from '../products/candidates';
import { Cursor } from '../products/cursor';
import { ProductFilters } from '../products/ProductFilters';
import { SubjectData } from '../projection/projectEntity';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';

/** What is asked for: the filters of the product list, and fields. */
export type SheetFilters = ProductFilters & {
  missing?: readonly FillableField[];
};

/** A product with what its catalog file says, as far as it is stored. */
export type SheetProduct = {
  ref: string;
  title: string;
  sortTitle: string;
  type?: string;
  lifecycle?: string;
  classification?: string;
  ownerRef?: string;
  domainRef?: string;
  notice?: string;
  data: SubjectData;
  missing: FillableField[];
};

/** What is counted over the whole sheet. */
export type SheetCount = {
  facet: 'total' | 'all' | 'domain' | 'owner' | 'missing' | WordField;
  value: string;
  count: number;
};

/** Says by 1 that a product lacks the field. */
const FLAGS: Record<FillableField, string> = {
  owner: 'no_owner',
  productOwner: 'no_product_owner',
  domain: 'no_domain',
  purpose: 'no_purpose',
  type: 'no_type',
  lifecycle: 'no_lifecycle',
  classification: 'no_classification',
  version: 'no_version',
  notice: 'no_notice',
};

/** Asks the database which products lack what, two statements a page. */
export class MissingFieldsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A page, with one more product than it has, to tell whether there is more. */
  async getPage(
    filters: SheetFilters,
    visibility: Visibility,
    { limit, cursor }: { limit: number; cursor?: Cursor },
  ): Promise<SheetProduct[]> {
    const knex = this.#knex;
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'desc' : 'asc';
    const query = this.#withSheet(
      where(knex.queryBuilder(), Object.values(this.#conditions(filters))),
      filters,
      visibility,
    )
      .from('sheet as c')
      .select('c.*')
      .orderBy([
        { column: 'c.sort_title', order },
        { column: 'c.ref', order },
      ])
      .limit(limit + 1);
    if (cursor) {
      query.whereRaw(
        `(c.sort_title, c.ref) ${backwards ? '<' : '>'} (?, ?)`,
        cursor.key,
      );
    }
    const rows = (await query).map(toSheetProduct);
    return backwards ? rows.reverse() : rows;
  }

  async getCounts(
    filters: SheetFilters,
    visibility: Visibility,
  ): Promise<SheetCount[]> {
    const knex = this.#knex;
    const conditions = this.#conditions(filters);
    const count = knex.raw('count(*) as count');
    const leftBy = (counted?: keyof typeof conditions) => {
      const others = Object.entries(conditions)
        .filter(([name]) => name !== counted)
        .map(([, condition]) => condition);
      return where(knex.from('sheet as c'), others);
    };
    const total = (facet: string, query: Knex.QueryBuilder) =>
      query.select(
        knex.raw('? as facet', [facet]),
        knex.raw("'' as value"),
        count,
      );
    const visible = () =>
      knex('products as p').whereRaw(isVisible(visibility, 'p.ref'));

    const parts = [
      ...(['domain', 'owner'] as const).map(facet =>
        leftBy(facet)
          .select(
            knex.raw(`'${facet}' as facet`),
            { value: `c.${facet}_ref` },
            count,
          )
          .whereNotNull(`c.${facet}_ref`)
          .groupBy(`c.${facet}_ref`),
      ),
      ...fillableFields.map(field =>
        leftBy('missing').select(
          knex.raw("'missing' as facet"),
          knex.raw(`'${field}' as value`),
          knex.raw(`coalesce(sum(c.${FLAGS[field]}), 0) as count`),
        ),
      ),
      ...Object.keys(wordFields).map(field =>
        visible()
          .select(knex.raw(`'${field}' as facet`), { value: field }, count)
          .whereNotNull(field)
          .groupBy(field),
      ),
      total('all', visible()),
    ];
    const rows: Record<string, string>[] = await this.#withSheet(
      knex.queryBuilder(),
      filters,
      visibility,
    )
      .from(total('total', leftBy()).unionAll(parts).as('r'))
      .select('r.*');
    return rows.map(({ facet, value, count: number }) => ({
      facet: facet as SheetCount['facet'],
      value,
      count: Number(number),
    }));
  }

  #conditions({ missing, ...filters }: SheetFilters) {
    return {
      ...filterConditions(this.#knex, filters),
      ...(missing?.length && {
        missing: this.#knex.raw(
          missing.map(field => `c.${FLAGS[field]} = 1`).join(' or '),
        ),
      }),
    };
  }

  /** The products that the text leaves, with what each of them lacks. */
  #withSheet(
    query: Knex.QueryBuilder,
    filters: SheetFilters,
    visibility: Visibility,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const data = (key: keyof SubjectData) =>
      isPostgres(knex) ? `s.data::json ->> '${key}'` : `s.data ->> '$.${key}'`;
    const notice = isPostgres(knex)
      ? "s.facts::json #>> '{product,notice}'"
      : "s.facts ->> '$.product.notice'";
    const living = (alias: string, ref: string) =>
      [
        `left join subjects as ${alias}`,
        `on ${alias}.ref = ${ref} and ${alias}.gone_at is null`,
      ].join(' ');
    const lacks: Record<FillableField, string> = {
      owner: 'o.ref is null',
      productOwner: 'a.ref is null',
      domain: 'd.ref is null',
      purpose: `${data('purpose')} is null`,
      type: 'p.type is null',
      // Some formats have no other way to say that nobody knows.
      lifecycle: "coalesce(lower(p.lifecycle), 'unknown') = 'unknown'",
      classification: 'p.classification is null',
      version: `${data('version')} is null`,
      notice: `${notice} is null`,
    };
    const flags = fillableFields.map(
      field => `case when ${lacks[field]} then 1 else 0 end as ${FLAGS[field]}`,
    );
    const sheet = knex
      .from('c')
      .join('products as p', 'p.ref', 'c.ref')
      .join('subjects as s', 's.ref', 'c.ref')
      .joinRaw(living('o', 'p.owner_ref'))
      .joinRaw(living('a', `(${data('productOwner')})`))
      .joinRaw(living('d', 'p.domain_ref'))
      .select(
        'c.ref',
        'c.sort_title',
        'c.domain_ref',
        'c.owner_ref',
        'p.type',
        'p.lifecycle',
        'p.classification',
        's.title',
        's.data',
        { stated_owner: 'p.owner_ref', stated_domain: 'p.domain_ref' },
        knex.raw(`${notice} as notice`),
        ...flags.map(flag => knex.raw(flag)),
      );
    return withVisible(knex, query, visibility)
      .with('c', selectCandidates(knex, filters, visibility))
      .with('sheet', sheet);
  }
}

function where(
  query: Knex.QueryBuilder,
  conditions: readonly Knex.Raw[],
): Knex.QueryBuilder {
  for (const condition of conditions) {
    query.where(either => either.where(condition));
  }
  return query;
}

function toSheetProduct(row: Record<string, any>): SheetProduct {
  return {
    ref: row.ref,
    title: row.title,
    sortTitle: row.sort_title,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    classification: row.classification ?? undefined,
    ownerRef: row.stated_owner ?? undefined,
    domainRef: row.stated_domain ?? undefined,
    notice: row.notice ?? undefined,
    data: JSON.parse(row.data),
    missing: fillableFields.filter(field => Number(row[FLAGS[field]]) === 1),
  };
}
