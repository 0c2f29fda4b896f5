import { makeStyles } from '@material-ui/core/styles';
import { RuleSetOutline } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../../components/dateWords';
import { useResultWords } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';
import { LevelFrom } from './levelHistory';

const WIDTH = 160;
const HEIGHT = 24;
const EDGE = 2;

const useStyles = makeStyles(theme => ({
  root: { display: 'block', maxWidth: '100%' },
  line: { fill: 'none', stroke: theme.palette.text.secondary, strokeWidth: 2 },
}));

/** The levels over time as a small stepped line, told in words as well. */
export function LevelLine(props: {
  outline: RuleSetOutline;
  history: readonly LevelFrom[];
  /** The right end of the line. */
  now?: number;
}) {
  const { outline, history, now = Date.now() } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  if (history.length < 2) {
    return null;
  }
  const start = Date.parse(history[0].at);
  const span = Math.max(1, now - start);
  const top = Math.max(1, outline.levels.length - 1);
  const x = (at: string) =>
    EDGE + ((Date.parse(at) - start) / span) * (WIDTH - 2 * EDGE);
  const y = (level: number) =>
    HEIGHT - EDGE - (level / top) * (HEIGHT - 2 * EDGE);
  const steps = history.map(({ level, at }, index) =>
    index === 0 ? `M${x(at)},${y(level)}` : `H${x(at)}V${y(level)}`,
  );
  const levels = history
    .map(({ level, at }) =>
      t('maturity.historyItem', {
        level: words.level(outline, level),
        date: dateWords(at),
      }),
    )
    .join(', ');
  return (
    <svg
      className={classes.root}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('maturity.historyLabel', { levels })}
    >
      <path className={classes.line} d={`${steps.join('')}H${WIDTH - EDGE}`} />
    </svg>
  );
}
