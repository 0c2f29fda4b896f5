import Typography from '@material-ui/core/Typography';
import {
  ResultChange,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResultChanges } from '../../../api';
import { useResultWords } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';
import { levelHistory, levelIn } from './levelHistory';
import { LevelLine } from './LevelLine';

/** The last change of the level with its cause, and a line over time. */
export function LevelHistory(props: {
  entityRef: string;
  outline: RuleSetOutline;
}) {
  const { entityRef, outline } = props;
  const { data } = useResultChanges(entityRef, {
    ruleSet: outline.id,
    only: 'levels',
    limit: 50,
  });
  // The level is told already: without its history nothing is missing.
  if (!data) {
    return null;
  }
  const [last] = data.items;
  return (
    <>
      {last && <LastChange change={last} outline={outline} />}
      <LevelLine outline={outline} history={levelHistory(data.items)} />
    </>
  );
}

function LastChange(props: { change: ResultChange; outline: RuleSetOutline }) {
  const { change, outline } = props;
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const before = levelIn(change.before);
  const after = levelIn(change.after);
  if (change.cause.kind === 'baseline') {
    return <Typography variant="body2">{t('maturity.start')}</Typography>;
  }
  if (before === undefined || after === undefined) {
    return null;
  }
  return (
    <Typography variant="body2" color="textSecondary">
      {t('maturity.lastChange', {
        ago: words.ago(change.at),
        before: words.level(outline, before),
        after: words.level(outline, after),
        cause: t('maturity.reason', { cause: words.cause(change.cause) }),
      })}
    </Typography>
  );
}
