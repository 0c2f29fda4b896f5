import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import EventBusy from '@material-ui/icons/EventBusy';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import TrendingDown from '@material-ui/icons/TrendingDown';
import {
  Measure,
  MeasureStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useGoalWords } from './useGoalWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    // Beside words it stands on their line
    verticalAlign: 'text-bottom',
  },
  quiet: { color: theme.palette.text.secondary },
  good: { color: theme.palette.success.main },
  early: { color: theme.palette.warning.main },
  bad: { color: theme.palette.error.main },
}));

type Look = 'good' | 'early' | 'bad' | 'quiet';

const looks = {
  invalid: [ErrorOutline, 'early'],
  'no-data': [RadioButtonUnchecked, 'quiet'],
  achieved: [CheckCircle, 'good'],
  stale: [HelpOutline, 'quiet'],
  'too-early': [HourglassEmpty, 'quiet'],
  missed: [EventBusy, 'bad'],
  'on-track': [CheckCircleOutline, 'good'],
  'at-risk': [RemoveCircleOutline, 'early'],
  'off-track': [TrendingDown, 'bad'],
} as const satisfies Record<MeasureStatus, readonly [unknown, Look]>;

/** A status in words and, beside them, an icon; grey where nothing is known. */
export function MeasureStatusWord(props: {
  status: MeasureStatus;
  direction?: Measure['direction'];
}) {
  const { status, direction } = props;
  const classes = useStyles();
  const words = useGoalWords();
  const [Icon, look] = looks[status];
  return (
    <span
      className={`${classes.root} ${look === 'quiet' ? classes.quiet : ''}`}
    >
      <Icon fontSize="small" aria-hidden className={classes[look]} />
      <span>{words.status(status, direction)}</span>
    </span>
  );
}

/** How a measure stands, in words. */
export function StandingWords(props: {
  measure: Pick<Measure, 'standing' | 'direction'>;
}) {
  const { standing, direction } = props.measure;
  return <MeasureStatusWord status={standing.status} direction={direction} />;
}
