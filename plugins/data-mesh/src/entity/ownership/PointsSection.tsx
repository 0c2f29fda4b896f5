import { ReactNode, useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { BackendHint } from '../../components/BackendHint';
import { useDataMeshTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
}));

/** The part of an ownership card that tells what is open, in all its states. */
export function PointsSection(props: {
  isPending: boolean;
  error?: Error;
  onRetry: () => void;
  children: ReactNode;
}) {
  const { isPending, error, onRetry, children } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography id={id} variant="subtitle2" component="h4">
        {t('ownership.openPoints')}
      </Typography>
      {isPending && (
        <div role="status" aria-label={t('ownership.loading')}>
          <Skeleton />
          <Skeleton width="60%" />
        </div>
      )}
      {error && (
        <BackendHint
          error={error}
          onRetry={onRetry}
          unknown={t('ownership.unavailable')}
        />
      )}
      {!isPending && !error && children}
    </section>
  );
}
