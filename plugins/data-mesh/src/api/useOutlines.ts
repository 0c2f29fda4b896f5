import { useCallback } from 'react';
import { RuleSetOutline } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useRuleSets } from './useRuleSets';

type Subject = 'DataProduct' | 'Domain';

/**
 * Gives the texts of a rule set for one kind of subject; undefined until they
 * are there. What is shown without them goes by codes and numbers.
 */
export type OutlineOf = (
  ruleSet: string,
  subject: Subject,
) => RuleSetOutline | undefined;

/** The texts of all rule sets, for lists that would ask for them per row. */
export function useOutlines(): OutlineOf {
  const { data } = useRuleSets();
  return useCallback(
    (ruleSet, subject) =>
      data?.items
        .find(({ id }) => id === ruleSet)
        ?.outlines.find(outline => outline.subject === subject),
    [data],
  );
}

/** The texts of one rule set. */
export function useOutline(
  ruleSet: string,
  subject: Subject,
): RuleSetOutline | undefined {
  return useOutlines()(ruleSet, subject);
}
