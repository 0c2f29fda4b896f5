/** What the table may show of a domain besides its name. */
export const domainColumns = [
  'owner',
  'domainOwner',
  'dataLead',
  'products',
  'openPoints',
  'weakest',
  'goals',
  'changes',
] as const;

/** @see {@link domainColumns} */
export type DomainColumn = (typeof domainColumns)[number];

/** What the table may be sorted by. */
export type DomainOrder = 'name' | DomainColumn;

const defaultColumns: readonly DomainColumn[] = [
  'owner',
  'products',
  'openPoints',
  'weakest',
  'goals',
  'changes',
];

/** Where more comes first: that is what somebody looks for. */
const moreFirst: readonly DomainOrder[] = ['openPoints', 'goals', 'changes'];

/** How somebody looks at the table; all of it can be shared as a link. */
export interface DomainsView {
  /** Refs of owners; the empty text stands for those without. */
  owners: string[];
  groupBy: 'none' | 'owner';
  columns: readonly DomainColumn[];
  sort: DomainOrder;
  isDescending: boolean;
  /** Whether domains without a change are shown one by one, too. */
  showsAll: boolean;
  /** From 0. */
  page: number;
}

/** Puts a view into words of an address; what is usual is left out. */
export function writeView(
  view: DomainsView,
  search: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const result = new URLSearchParams(search);
  ['owner', 'group', 'columns', 'sort', 'all', 'page'].forEach(key =>
    result.delete(key),
  );
  view.owners.forEach(owner => result.append('owner', owner || 'none'));
  if (view.groupBy !== 'none') {
    result.set('group', view.groupBy);
  }
  if (view.columns.join() !== defaultColumns.join()) {
    result.set('columns', view.columns.join());
  }
  const { sort, isDescending } = view;
  if (sort !== 'name' || isDescending) {
    result.set('sort', isDescending ? `-${sort}` : sort);
  }
  if (view.showsAll) {
    result.set('all', 'yes');
  }
  if (view.page > 0) {
    result.set('page', String(view.page + 1));
  }
  return result;
}

/** Reads a view; what makes no sense is left out, the rest counts. */
export function readView(search: URLSearchParams): DomainsView {
  const sort = search.get('sort') ?? 'name';
  const order = sort.replace(/^-/, '');
  const isOrder = order === 'name' || isColumn(order);
  const columns = search.get('columns')?.split(',');
  const page = Number(search.get('page') ?? 1);
  return {
    owners: search.getAll('owner').map(ref => (ref === 'none' ? '' : ref)),
    groupBy: search.get('group') === 'owner' ? 'owner' : 'none',
    columns: columns
      ? domainColumns.filter(column => columns.includes(column))
      : defaultColumns,
    sort: isOrder ? order : 'name',
    isDescending: isOrder && sort.startsWith('-'),
    showsAll: search.get('all') === 'yes',
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  };
}

/** The view sorted by a column, the other way round if it was so already. */
export function sortedBy(view: DomainsView, by: DomainOrder): DomainsView {
  const isDescending =
    view.sort === by ? !view.isDescending : moreFirst.includes(by);
  return { ...view, sort: by, isDescending, page: 0 };
}

function isColumn(text: string): text is DomainColumn {
  return (domainColumns as readonly string[]).includes(text);
}
