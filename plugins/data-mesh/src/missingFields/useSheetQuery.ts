import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  FillableField,
  fillableFields,
  MissingFieldsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';

const lists = ['domain', 'owner', 'missing'] as const;

/** The filters of the sheet, kept in the url so that they can be shared. */
export function useSheetQuery(): {
  query: MissingFieldsQuery;
  change: (to: MissingFieldsQuery) => void;
} {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => readSheetQuery(search), [search]);
  const change = useCallback(
    (to: MissingFieldsQuery) => {
      const next = { ...query, cursor: undefined, ...to };
      setSearch(writeSheetQuery(next), {
        // Going back should undo a search, not a letter of it.
        replace: Boolean(query.text && to.text),
      });
    },
    [query, setSearch],
  );
  return { query, change };
}

/** What a url asks for; what it cannot ask for is passed over. */
export function readSheetQuery(search: URLSearchParams): MissingFieldsQuery {
  const several = (name: string) => {
    const values = search.getAll(name).filter(Boolean);
    return values.length ? values : undefined;
  };
  const missing = several('missing')?.filter((field): field is FillableField =>
    fillableFields.some(known => known === field),
  );
  return {
    text: search.get('text') || undefined,
    domain: several('domain'),
    owner: several('owner'),
    missing: missing?.length ? missing : undefined,
    cursor: search.get('cursor') || undefined,
  };
}

export function writeSheetQuery(query: MissingFieldsQuery): URLSearchParams {
  const search = new URLSearchParams();
  if (query.text) {
    search.set('text', query.text);
  }
  for (const name of lists) {
    query[name]?.forEach(value => search.append(name, value));
  }
  if (query.cursor) {
    search.set('cursor', query.cursor);
  }
  return search;
}
