import {
  FacetValue,
  FillableField,
  fillableFields,
  isRefField,
  MissingFieldsList,
  MissingFieldsQuery,
  SheetRow,
  WordField,
  wordFields,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { readCursor, writeCursor } from '../products/cursor';
import { toFilters } from '../products/ProductFilters';
import { NameEntity, nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import {
  MissingFieldsStore,
  SheetCount,
  SheetFilters,
  SheetProduct,
} from './MissingFieldsStore';

const USUAL_LIMIT = 50;

/** Tells what catalog files say and lack, each page in three statements. */
export class MissingFieldsService {
  readonly #knex: Knex;
  readonly #store: MissingFieldsStore;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#store = new MissingFieldsStore(knex);
  }

  async getSheet(
    query: MissingFieldsQuery,
    visibility: Visibility,
  ): Promise<MissingFieldsList> {
    const { missing, cursor: at, limit = USUAL_LIMIT, ...rest } = query;
    const filters: SheetFilters = {
      ...toFilters({ ...rest, sort: 'title' }),
      missing,
    };
    const cursor = at === undefined ? undefined : readCursor(at, filters);
    const [found, counts] = await Promise.all([
      this.#store.getPage(filters, visibility, { limit, cursor }),
      this.#store.getCounts(filters, visibility),
    ]);
    const hasMore = found.length > limit;
    const backwards = cursor?.direction === 'prev';
    const products = backwards ? found.slice(-limit) : found.slice(0, limit);

    const name = await nameEntities(
      this.#knex,
      [
        ...products.flatMap(product =>
          fillableFields
            .filter(isRefField)
            .map(field => textIn(product, field)),
        ),
        ...counts
          .filter(({ facet }) => facet === 'domain' || facet === 'owner')
          .map(({ value }) => value),
        ...(filters.facets.domain ?? []),
        ...(filters.facets.owner ?? []),
      ],
      visibility,
    );
    const single = (facet: SheetCount['facet']) =>
      counts.find(count => count.facet === facet)?.count ?? 0;
    const place = (index: number, direction: 'next' | 'prev') => {
      const { sortTitle, ref } = products.at(index)!;
      return writeCursor({ direction, key: [sortTitle, ref] }, filters);
    };
    const hasNext = products.length > 0 && (backwards || hasMore);
    const hasPrev =
      products.length > 0 && (backwards ? hasMore : cursor !== undefined);
    return {
      items: products.map(product => toRow(product, name)),
      total: single('total'),
      all: single('all'),
      words: wordsIn(counts),
      facets: {
        domain: refFacet('domain', counts, filters, name),
        owner: refFacet('owner', counts, filters, name),
        missing: fillableFields.map(field => ({
          value: field,
          title: field,
          count:
            counts.find(
              ({ facet, value }) => facet === 'missing' && value === field,
            )?.count ?? 0,
        })),
      },
      ...(hasNext && { nextCursor: place(-1, 'next') }),
      ...(hasPrev && { prevCursor: place(0, 'prev') }),
    };
  }
}

function toRow(product: SheetProduct, name: NameEntity): SheetRow {
  const row: SheetRow = {
    ref: product.ref,
    title: product.title,
    fields: {},
    missing: product.missing,
    hidden: [],
  };
  for (const field of fillableFields) {
    const value = textIn(product, field);
    if (value === undefined) {
      continue;
    }
    const link = isRefField(field) ? name(value) : undefined;
    if (isRefField(field) && !link) {
      row.hidden.push(field);
    } else {
      row.fields[field] = { value, ...(link && { title: link.title }) };
    }
  }
  return row;
}

function textIn(
  product: SheetProduct,
  field: FillableField,
): string | undefined {
  switch (field) {
    case 'owner':
      return product.ownerRef;
    case 'domain':
      return product.domainRef;
    case 'type':
    case 'lifecycle':
    case 'classification':
    case 'notice':
      return product[field];
    default:
      return product.data[field];
  }
}

/** The words that every mesh knows, and those that this one uses besides. */
function wordsIn(counts: readonly SheetCount[]): MissingFieldsList['words'] {
  const words = Object.entries(wordFields).map(([field, known]) => {
    const lower = new Set<string>([...known, 'unknown']);
    const others = counts
      .filter(
        ({ facet, value }) =>
          facet === field && !lower.has(value.toLocaleLowerCase('en-US')),
      )
      .map(({ value }) => value);
    return [field, [...known, ...others.sort()]] as [WordField, string[]];
  });
  return Object.fromEntries(words) as Record<WordField, string[]>;
}

function refFacet(
  facet: 'domain' | 'owner',
  counts: readonly SheetCount[],
  filters: SheetFilters,
  name: NameEntity,
): FacetValue[] {
  const found = counts.filter(count => count.facet === facet);
  // What is chosen stays to be seen, also when nothing is left of it.
  const chosen = (filters.facets[facet] ?? [])
    .filter(value => !found.some(count => count.value === value))
    .map(value => ({ value, count: 0 }));
  return [...found, ...chosen]
    .map(({ value, count }) => ({
      value,
      title: name(value)?.title ?? value,
      count,
    }))
    .sort((a, b) => a.title.localeCompare(b.title));
}
