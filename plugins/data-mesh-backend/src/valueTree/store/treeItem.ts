/** What nodes and measures are kept with, whatever they say. */
export type TreeItem = {
  id: string;
  /** Among its siblings, or among the measures of its node. */
  position: number;
  /** Document in Git that owns its wording and place. */
  managedBy?: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  goneAt?: string;
};

/** The columns of it whose types are the same everywhere. */
export const ITEM_COLUMNS = {
  id: 'text',
  managed_by: 'text',
  version: 'integer',
  created_at: 'text',
  updated_at: 'text',
  gone_at: 'text',
} as const;

export function rowOfItem(item: TreeItem) {
  return {
    id: item.id,
    position: item.position,
    managed_by: item.managedBy,
    version: item.version,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    gone_at: item.goneAt,
  };
}

export function itemOfRow(row: Record<string, any>): TreeItem {
  return {
    id: row.id,
    position: row.position,
    managedBy: row.managed_by ?? undefined,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    goneAt: row.gone_at ?? undefined,
  };
}
