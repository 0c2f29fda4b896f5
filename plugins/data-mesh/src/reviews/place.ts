/** What a review goes through, in this order. */
export const steps = [
  'changes',
  'products',
  'ownership',
  'nodes',
  'minutes',
] as const;

export type Step = (typeof steps)[number];

/** Where somebody is in a review; all of it can be shared as a link. */
export interface ReviewPlace {
  step: Step;
  /** Ref of the product, or id of the node, that is being talked about. */
  at?: string;
}

/** The part of an address from the question mark on. */
export function writePlace({ step, at }: Partial<ReviewPlace>): string {
  const search = new URLSearchParams();
  if (step && step !== steps[0]) {
    search.set('step', step);
  }
  if (at) {
    search.set('at', at);
  }
  return search.size ? `?${search}` : '';
}

/** Reads a place; what makes no sense is the beginning. */
export function readPlace(search: URLSearchParams): ReviewPlace {
  return {
    step: steps.find(step => step === search.get('step')) ?? steps[0],
    at: search.get('at') || undefined,
  };
}

/** The review that an address is about; undefined for the list of them. */
export function reviewIn(pathname: string): string | undefined {
  const id = /\/reviews\/([^/]+)\/?$/.exec(pathname)?.[1];
  return id && decodeURIComponent(id);
}
