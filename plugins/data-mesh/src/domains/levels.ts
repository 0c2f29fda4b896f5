import { RuleSetOutline } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * A level as a change names it: by number or by id.
 *
 * @returns undefined when it is no level, or none is told
 */
export function levelIn(
  outline: RuleSetOutline | undefined,
  told: string | null,
): { level: number; title: string } | undefined {
  if (told === null) {
    return undefined;
  }
  const byId = outline?.levels.findIndex(({ id }) => id === told) ?? -1;
  const level = byId >= 0 ? byId : Number(told);
  return told !== '' && Number.isInteger(level)
    ? { level, title: outline?.levels[level]?.title ?? told }
    : undefined;
}
