import {
  ResultChange,
  RuleSetOutline,
  RuleStatus,
  ruleStatuses,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResultWords } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';
import { levelIn } from './levelHistory';

/** Changes of results in words. */
export function useChangeWords(outlines: readonly RuleSetOutline[]) {
  const { t } = useDataMeshTranslation();
  const words = useResultWords();

  const valueOf = (change: ResultChange, value: string): string => {
    if (change.rule) {
      return isStatus(value) ? words.status(value) : value;
    }
    const outline = outlines.find(({ id }) => id === change.ruleSet);
    const level = levelIn(value);
    return level === undefined ? value : words.level(outline, level);
  };

  const what = (change: ResultChange): string => {
    const { rule, title, dimension, before, after } = change;
    const name = rule
      ? title ?? rule
      : dimension ?? t('maturity.history.level');
    if (before !== null && after !== null) {
      return t('maturity.history.change', {
        what: name,
        before: valueOf(change, before),
        after: valueOf(change, after),
      });
    }
    return after === null
      ? t('maturity.history.ended', {
          what: name,
          before: before === null ? '' : valueOf(change, before),
        })
      : t('maturity.history.first', {
          what: name,
          after: valueOf(change, after),
        });
  };

  return {
    what,
    ago: ({ at }: ResultChange) => words.ago(at),
    cause: ({ cause }: ResultChange) => words.cause(cause),
  };
}

function isStatus(value: string): value is RuleStatus {
  return (ruleStatuses as readonly string[]).includes(value);
}
