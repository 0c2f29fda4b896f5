import Typography from '@material-ui/core/Typography';
import {
  EntityRuleSetResults,
  RuleSetOutline,
  ToDoList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResultWords } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';

/** Whether all that is asked of a product is there. */
export function isAtTarget({
  level,
  target,
}: Pick<EntityRuleSetResults, 'level' | 'target'>): boolean {
  return target === null || target === undefined || (level ?? 0) >= target;
}

/** The level and what is asked, in words. */
export function LevelSentence(props: {
  result: EntityRuleSetResults;
  outline: RuleSetOutline;
  list: ToDoList;
}) {
  const { result, outline, list } = props;
  const { level = 0, target, cap, earned } = result;
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const needed = list.entries.filter(({ isRequired }) => isRequired).length;

  const sentence = () => {
    if (target === null || target === undefined) {
      return t('maturity.noTarget');
    }
    const title = words.level(outline, target);
    if (isAtTarget(result)) {
      return t('maturity.meets', { target: title });
    }
    return needed
      ? t('maturity.below', { count: needed, target: title })
      : t('maturity.belowUnknown', { target: title });
  };
  return (
    <>
      <Typography variant="h6" component="p">
        {words.level(outline, level)}
      </Typography>
      <Typography variant="body2">{sentence()}</Typography>
      {cap && earned !== undefined && (
        <Typography variant="body2" color="textSecondary">
          {t('maturity.capped', {
            level: words.level(outline, cap.level),
            reason: cap.reason,
          })}
        </Typography>
      )}
    </>
  );
}
