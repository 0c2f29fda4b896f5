import {
  ProductDecision,
  ProductSaying,
  ProductSayingRequest,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';

export type YesNo = 'yes' | 'no' | '';

/** What somebody is about to say of a product. */
export interface SayingDraft {
  decision?: ProductDecision;
  value: string;
  costBand: string;
  next: string;
  standsAlone: YesNo;
  funded: YesNo;
  /** Of what had been said when it was begun. */
  version: number;
}

/** Begins with what was said in this review, else with the last one. */
export function draftOf(
  product: ReviewProduct,
  said: ProductSaying | undefined,
): SayingDraft {
  const { last } = product;
  const from = said ?? { ...last, decision: undefined, next: undefined };
  return {
    decision: from.decision,
    value: from.value ?? '',
    costBand: from.costBand ?? '',
    next: from.next ?? '',
    standsAlone: yesNo(from.standsAlone),
    funded: yesNo(from.funded),
    version: said?.version ?? 0,
  };
}

/** Undefined while nothing is decided. */
export function requestOf(
  draft: SayingDraft,
  version: number,
): ProductSayingRequest | undefined {
  const { decision, value, costBand, next, standsAlone, funded } = draft;
  return decision
    ? {
        version,
        decision,
        ...(value.trim() && { value: value.trim() }),
        ...(costBand.trim() && { costBand: costBand.trim() }),
        ...(next.trim() && { next: next.trim() }),
        ...(standsAlone && { standsAlone: standsAlone === 'yes' }),
        ...(funded && { funded: funded === 'yes' }),
      }
    : undefined;
}

function yesNo(value: boolean | undefined): YesNo {
  if (value === undefined) {
    return '';
  }
  return value ? 'yes' : 'no';
}
