import {
  EntityResults,
  EntityRuleSetResults,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useRuleSets } from '../api';
import { DialogDone } from '../dialogs';
import { useDataMeshTranslation } from '../translation';
import { useResultWords } from './useResultWords';

/** Says that an answer is saved, and where it takes the entity. */
export function Saved(props: {
  before: EntityResults | undefined;
  now: EntityResults;
  onClose: () => void;
}) {
  const { before, onClose } = props;
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const ruleSets = useRuleSets({ enabled: false });
  const now = withLevel(props.now);
  const levels = ruleSets.data?.items
    .flatMap(({ outlines }) => outlines)
    .find(({ id }) => id === now?.ruleSet);

  const sentence = () => {
    if (now?.level === undefined || !levels) {
      return t('results.answer.saved');
    }
    const level = words.level(levels, now.level);
    const was = withLevel(before)?.level;
    return was !== undefined && was !== now.level
      ? t('results.answer.savedRaised', {
          before: words.level(levels, was),
          level,
        })
      : t('results.answer.savedLevel', { level });
  };
  return <DialogDone onClose={onClose}>{sentence()}</DialogDone>;
}

function withLevel(
  results: EntityResults | undefined,
): EntityRuleSetResults | undefined {
  return results?.items.find(({ level }) => level !== undefined);
}
