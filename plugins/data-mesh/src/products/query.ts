import {
  ProductQuery,
  productFacets,
  productQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** What of the query the url of the list carries. */
const keys = [
  'text',
  ...productFacets,
  'consumer',
  'answerable',
  'sort',
  'cursor',
] as const;

/** What narrows the list down. */
const narrowing = keys.filter(key => key !== 'sort' && key !== 'cursor');

/**
 * Reads the query of the list from a url. People edit and cut off urls:
 * a part that makes no sense is left out, the rest counts.
 */
export function readQuery(search: URLSearchParams): ProductQuery {
  const query: Record<string, unknown> = {};
  for (const key of keys) {
    const values = search.getAll(key).filter(value => value !== '');
    const parsed = productQuerySchema.shape[key].safeParse(
      values.length > 1 ? values : values[0],
    );
    if (values.length && parsed.success && parsed.data?.length) {
      query[key] = parsed.data;
    }
  }
  if (query.sort === 'match' && !query.text) {
    delete query.sort;
  }
  return query as ProductQuery;
}

/** The url of a query; what else it carries stays. */
export function writeQuery(
  query: ProductQuery,
  search: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const result = new URLSearchParams(search);
  for (const key of keys) {
    result.delete(key);
    for (const value of [query[key] ?? []].flat()) {
      if (value !== '') {
        result.append(key, value);
      }
    }
  }
  return result;
}

/** Whether anything but the order is asked for. */
export function isNarrowed(query: ProductQuery): boolean {
  return narrowing.some(key => query[key]?.length);
}
