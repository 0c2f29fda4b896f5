/** What somebody proposes for a hand-over; all of it can be shared as a link. */
export interface HandOverPlan {
  /** The team that is to take over. */
  owner?: string;
  productOwner?: string;
  /** The day, as YYYY-MM-DD. */
  on?: string;
}

const keys = {
  owner: 'handover',
  productOwner: 'handover-product-owner',
  on: 'handover-on',
} as const;

/** The plan in an address; undefined when it speaks of no hand-over. */
export function readPlan(search: URLSearchParams): HandOverPlan | undefined {
  if (!search.has(keys.owner)) {
    return undefined;
  }
  const on = search.get(keys.on) ?? '';
  return {
    owner: search.get(keys.owner) || undefined,
    productOwner: search.get(keys.productOwner) || undefined,
    on: isDay(on) ? on : undefined,
  };
}

/** The address with a plan in place of the one it carries; none ends it. */
export function writePlan(
  plan: HandOverPlan | undefined,
  search: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const result = new URLSearchParams(search);
  Object.values(keys).forEach(key => result.delete(key));
  if (plan) {
    result.set(keys.owner, plan.owner ?? '');
    if (plan.productOwner) {
      result.set(keys.productOwner, plan.productOwner);
    }
    if (plan.on) {
      result.set(keys.on, plan.on);
    }
  }
  return result;
}

/** What to put behind the address of a product's page. */
export function handOverSearch(plan: HandOverPlan): string {
  return `?${writePlan(plan)}`;
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}

/** A day some days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
