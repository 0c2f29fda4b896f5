import { useMemo } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  DataProductWarning,
  EntityResults,
  EntityRuleSetResults,
  RuleSetOutline,
  toDoList,
  ToDoList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResults, useRuleSets } from '../api';

/** The results of an entity and the one list of what is to do about them. */
export type EntityToDo = {
  results?: EntityResults;
  /** Of the rule sets, for the kind of the entity. */
  outlines: RuleSetOutline[];
  /** The rule set with levels, and what it comes to. */
  maturity?: { outline: RuleSetOutline; result: EntityRuleSetResults };
  list: ToDoList;
  error?: Error;
  isPending: boolean;
  refetch: () => void;
};

const nothing: DataProductWarning[] = [];

/**
 * What is to do for an entity, from its results and the warnings about its
 * catalog file. Shares its requests with all cards of the page.
 */
export function useToDo(
  entity: Entity,
  warnings: readonly DataProductWarning[] = nothing,
): EntityToDo {
  const ref = stringifyEntityRef(entity);
  const results = useResults(ref);
  const hasResults = (results.data?.items.length ?? 0) > 0;
  const ruleSets = useRuleSets({ enabled: hasResults });
  const { data } = results;
  const sets = ruleSets.data?.items;

  const outlines = useMemo(() => {
    const kind = entity.kind.toLocaleLowerCase('en-US');
    return (sets ?? [])
      .flatMap(set => set.outlines)
      .filter(({ subject }) => subject.toLocaleLowerCase('en-US') === kind);
  }, [sets, entity.kind]);

  const list = useMemo(
    () => toDoList({ outlines, results: data?.items ?? [], warnings, entity }),
    [outlines, data, warnings, entity],
  );

  const maturity = useMemo(() => {
    for (const result of data?.items ?? []) {
      const outline = outlines.find(({ id }) => id === result.ruleSet);
      if (outline?.levels.length) {
        return { outline, result };
      }
    }
    return undefined;
  }, [outlines, data]);

  const againResults = results.refetch;
  const againSets = ruleSets.refetch;
  const failedFirst = Boolean(results.error);
  return {
    results: data,
    outlines,
    maturity,
    list,
    error: results.error ?? (hasResults ? ruleSets.error : undefined),
    isPending: results.isPending || (hasResults && ruleSets.isPending),
    refetch: failedFirst ? againResults : againSets,
  };
}
