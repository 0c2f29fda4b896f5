import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import PanoramaFishEye from '@material-ui/icons/PanoramaFishEye';
import PauseCircleOutline from '@material-ui/icons/PauseCircleOutline';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import {
  Cause,
  RuleSetOutline,
  RuleStatus,
  Severity,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResultWords } from './useResultWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
  quiet: { color: theme.palette.text.secondary },
  done: { color: theme.palette.success.main },
  todo: { color: theme.palette.warning.main },
  urgent: { fontWeight: 'bold' },
}));

const icons = {
  pass: CheckCircleOutline,
  fail: PanoramaFishEye,
  unknown: HelpOutline,
  waiting: HourglassEmpty,
  waived: PauseCircleOutline,
  'not-applicable': RemoveCircleOutline,
  'not-measured': RemoveCircleOutline,
} as const;

/** What a rule comes to: a word and, beside it, an icon; grey if not known. */
export function StatusWord(props: {
  status: RuleStatus;
  until?: string;
  /** Of a rule that says what is wrong, not how it should be. */
  isOpenPoint?: boolean;
}) {
  const { status, until, isOpenPoint } = props;
  const classes = useStyles();
  const words = useResultWords();
  const Icon = icons[status];
  const colour =
    { pass: classes.done, fail: classes.todo }[status as string] ??
    classes.quiet;
  return (
    <span
      className={`${classes.root} ${status === 'fail' ? '' : classes.quiet}`}
    >
      <Icon fontSize="small" aria-hidden className={colour} />
      <span>{words.status(status, { until, isOpenPoint })}</span>
    </span>
  );
}

/** How urgent an open point is. */
export function SeverityWord({ severity }: { severity: Severity }) {
  const classes = useStyles();
  const words = useResultWords();
  return (
    <span className={severity === 'high' ? classes.urgent : undefined}>
      {words.severity(severity)}
    </span>
  );
}

/** A level by its title. */
export function LevelWord(props: {
  outline: Pick<RuleSetOutline, 'levels'> | undefined;
  level: number;
}) {
  const words = useResultWords();
  return <>{words.level(props.outline, props.level)}</>;
}

/** Since when something is so. */
export function Since({ since }: { since: string | null | undefined }) {
  const words = useResultWords();
  const text = words.since(since);
  return text === undefined ? null : (
    <time dateTime={since ?? undefined}>{text}</time>
  );
}

/** What made something change. */
export function CauseWords({ cause }: { cause: Cause }) {
  const words = useResultWords();
  return <>{words.cause(cause)}</>;
}
