import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import {
  changeDraft,
  normalizeDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { LoadError } from '../../components/LoadError';
import { useDataMeshTranslation } from '../../translation';
import { useFilesOf } from '../change/useFilesOf';
import { differences } from './differences';
import { FileText } from './FileText';

const useStyles = makeStyles({ path: { fontFamily: 'monospace' } });

/** The lines that the changed answers change, by what the catalog knows. */
export function ChangesToMake({
  answers,
}: {
  answers: Record<string, unknown>;
}) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const product =
    typeof answers.product === 'string' ? answers.product : undefined;
  const { data, error, refetch } = useFilesOf(product);
  const changes = useMemo(() => {
    if (!data) {
      return undefined;
    }
    try {
      return differences(
        data.files,
        changeDraft(data.files, normalizeDraft(answers), { name: data.name }),
      );
    } catch (problem) {
      return problem as Error;
    }
  }, [data, answers]);

  if (error) {
    return <LoadError error={error} onRetry={() => refetch()} />;
  }
  if (changes instanceof Error) {
    return <Alert severity="warning">{changes.message}</Alert>;
  }
  if (!changes) {
    return <Progress />;
  }
  if (!changes.length) {
    return <Alert severity="info">{t('scaffolder.review.noChange')}</Alert>;
  }
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('scaffolder.review.onlyThese')}
      </Typography>
      {changes.map(({ path, lines }) => (
        <section key={path}>
          <Typography
            variant="subtitle2"
            component="h3"
            className={classes.path}
          >
            {path}
          </Typography>
          <FileText label={path} lines={lines} isDifference />
        </section>
      ))}
    </>
  );
}
