import { SubjectData } from '../projection/projectEntity';

/** A product as stored; what the caller may not know of is absent. */
export type ProductRow = {
  ref: string;
  title: string;
  type?: string;
  lifecycle?: string;
  classification?: string;
  domainRef?: string;
  ownerRef?: string;
  usedByTeams: number;
  usedByOwnTeam: boolean;
  /** Of its maturity; absent until it was evaluated. */
  level?: number;
  /** Absent when nothing is asked of it. */
  target?: number;
  data: SubjectData;
};

/** Reads a row of the candidates, joined with its subject. */
export function toProduct(row: Record<string, any>): ProductRow {
  return {
    ref: row.ref,
    title: row.title,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    classification: row.classification ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    usedByTeams: Number(row.used_by_teams),
    usedByOwnTeam: Number(row.used_by_own_team) === 1,
    level: row.level ?? undefined,
    target: row.target ?? undefined,
    data: JSON.parse(row.data),
  };
}
