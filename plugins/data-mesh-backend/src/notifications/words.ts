import { parseEntityRef } from '@backstage/catalog-model';
import { ChangeCause } from '@backstage-data-mesh/plugin-data-mesh-common';

const CAUSES: Record<ChangeCause, string> = {
  baseline: 'it was looked at for the first time',
  entity: 'a catalog file around it changed',
  contract: 'a contract changed',
  evidence: 'new measurements came in',
  answer: 'a question was answered',
  waiver: 'an exception ended',
  goals: 'a goal, its measure or what is linked to it changed',
  time: 'what was known about it has become too old',
  'rule-set': 'the rules changed',
};

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * Why a result changed, to follow "because".
 *
 * @param isOwn - whether the entity itself is what changed
 */
export function causeWords(cause: ChangeCause, isOwn: boolean): string {
  return cause === 'entity' && isOwn
    ? 'its catalog file changed'
    : CAUSES[cause];
}

/** A UTC day such as 12 Dec 2026. */
export function dayWords(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}

/** `“a”, “b” and 2 more` */
export function listWords(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).map(item => `“${item}”`);
  const more = items.length - shown.length;
  return more > 0
    ? `${shown.join(', ')} and ${more} more`
    : [shown.slice(0, -1).join(', '), ...shown.slice(-1)]
        .filter(Boolean)
        .join(' and ');
}

/** The page of an entity in the portal. */
export function pageOf(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/catalog/${[namespace, kind, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/')}`;
}

export const GOALS_PAGE = '/data-mesh/goals';

/** A node of the value tree, on the page of goals. */
export function goalPageOf(id: string): string {
  return `${GOALS_PAGE}?node=${encodeURIComponent(id)}`;
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** A value with its unit such as 30.5 h. */
export function valueWords(value: number, unit: string): string {
  return [number.format(value), unit].filter(Boolean).join(' ');
}
