import {
  DomainRow,
  EntityLink,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { goalsRank } from './goals';
import { DomainOrder, DomainsView } from './view';

/** More domains than this, and those without a change fold into one line. */
export const MANY = 30;

/** Rows of a page. */
export const PAGE_SIZE = 50;

/** A page of the table. */
export interface DomainsPage {
  /** Rows below each other; with an owner where they are grouped. */
  groups: { owner?: EntityLink; isGroup: boolean; rows: DomainRow[] }[];
  /** Rows on all pages, without those that are folded. */
  total: number;
  /** Rows that fold into one line. */
  folded: number;
  /** Whether somebody unfolded them. */
  canFold: boolean;
  page: number;
  pages: number;
}

/** What a view shows of the domains. */
export function pageOf(
  items: readonly DomainRow[],
  view: DomainsView,
): DomainsPage {
  const matching = items.filter(
    ({ owner }) =>
      !view.owners.length || view.owners.includes(owner?.ref ?? ''),
  );
  // Who sorts by something looks for it, among those without a change, too.
  const isLong = matching.length > MANY && view.sort === 'name';
  const folds = isLong && !view.showsAll;
  const shown = folds
    ? matching.filter(({ changes }) => changes.total > 0)
    : matching;
  const sorted = [...shown].sort(comparing(view));
  if (view.groupBy === 'owner') {
    sorted.sort((one, other) =>
      compare(one.owner?.title, other.owner?.title, false),
    );
  }
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(view.page, pages - 1);
  const rows = sorted.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  return {
    groups: view.groupBy === 'owner' ? byOwner(rows) : [ungrouped(rows)],
    total: sorted.length,
    folded: matching.length - shown.length,
    canFold: isLong && view.showsAll,
    page,
    pages,
  };
}

function ungrouped(rows: DomainRow[]): DomainsPage['groups'][number] {
  return { isGroup: false, rows };
}

function byOwner(rows: readonly DomainRow[]): DomainsPage['groups'] {
  const groups: DomainsPage['groups'] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.owner?.ref === row.owner?.ref) {
      last.rows.push(row);
    } else {
      groups.push({ owner: row.owner, isGroup: true, rows: [row] });
    }
  }
  return groups;
}

function comparing({ sort, isDescending }: DomainsView) {
  return (one: DomainRow, other: DomainRow) =>
    compare(valueOf(one, sort), valueOf(other, sort), isDescending) ||
    compare(one.domain.title, other.domain.title, false);
}

type Value = string | number | undefined;

/** What there is nothing to say of comes last in both directions. */
function compare(one: Value, other: Value, isDescending: boolean): number {
  if (one === undefined || other === undefined) {
    return Number(one === undefined) - Number(other === undefined);
  }
  const way = isDescending ? -1 : 1;
  return typeof one === 'number' && typeof other === 'number'
    ? way * (one - other)
    : way * String(one).localeCompare(String(other));
}

function valueOf(row: DomainRow, order: DomainOrder): Value {
  switch (order) {
    case 'owner':
    case 'domainOwner':
    case 'dataLead':
      return row[order]?.title;
    case 'products': {
      const { withTarget, atTarget } = row.products;
      return withTarget ? atTarget / withTarget : undefined;
    }
    case 'openPoints': {
      const { high = 0, medium = 0, low = 0 } = row.openPoints;
      return (high * 1e4 + medium) * 1e4 + low;
    }
    case 'weakest':
      return row.started ? row.weakest?.level : -1;
    case 'goals':
      return goalsRank(row.goals);
    case 'changes':
      return row.changes.total;
    default:
      return row.domain.title;
  }
}
