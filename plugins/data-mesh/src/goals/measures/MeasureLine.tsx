import { makeStyles } from '@material-ui/core/styles';
import { Measure } from '@backstage-data-mesh/plugin-data-mesh-common';
import { StandingWords, useGoalWords } from '../words';
import { MeasureValues, useMeasureWords } from './useMeasureWords';

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.body2 },
  values: { overflowWrap: 'anywhere' },
  standing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
  },
  quiet: { color: theme.palette.text.secondary },
}));

/**
 * A measure in values, with how it stands and where it is going in words:
 * “Missed appointments 14.2 to 12.6 %, expected 10.9 by now, wants 9. Behind,
 * getting better”.
 *
 * @param props.hasName - false where its name stands beside it already
 */
export function MeasureLine(props: {
  measure: MeasureValues & Pick<Measure, 'name'>;
  hasName?: boolean;
}) {
  const { measure, hasName = true } = props;
  const { name, standing } = measure;
  const classes = useStyles();
  const words = useGoalWords();
  const values = useMeasureWords();
  const trend = words.trend(standing.trend);
  return (
    <div className={classes.root}>
      <div className={classes.values}>
        {hasName && <>{name} </>}
        <span className={hasName ? classes.quiet : undefined}>
          {values(measure)}
        </span>
      </div>
      <div className={classes.standing}>
        <StandingWords measure={measure} />
        {trend && <span className={classes.quiet}>{trend}</span>}
      </div>
      {standing.status === 'invalid' &&
        standing.problems?.map(problem => (
          <div key={problem} className={classes.quiet}>
            {problem}
          </div>
        ))}
    </div>
  );
}
