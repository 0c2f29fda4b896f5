import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { LoadError } from '../../components/LoadError';
import { EntityToDo } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { DomainToDo } from './DomainToDo';

/** A card is no list of everything. */
const few = 3;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  item: { marginTop: theme.spacing(1) },
}));

/** What to do first in a dimension. */
export function NextSteps(props: {
  toDo: EntityToDo;
  dimension: string;
  /** The words of the level that comes next. */
  level: string;
}) {
  const { toDo, dimension, level } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (toDo.isPending) {
    return (
      <div role="status" aria-label={t('domain.maturity.loading')}>
        <Skeleton />
      </div>
    );
  }
  if (toDo.error) {
    return <LoadError error={toDo.error} onRetry={toDo.refetch} />;
  }
  const steps = toDo.list.entries
    .filter(({ rule }) => rule?.dimension === dimension)
    .slice(0, few);
  if (!steps.length) {
    return (
      <Typography variant="body2">
        {t('domain.maturity.noNext', { level })}
      </Typography>
    );
  }
  return (
    <ol className={classes.list} aria-label={t('domain.maturity.next')}>
      {steps.map(step => (
        <li key={step.id} className={classes.item}>
          <DomainToDo toDo={toDo} entry={step} isShort />
        </li>
      ))}
    </ol>
  );
}
