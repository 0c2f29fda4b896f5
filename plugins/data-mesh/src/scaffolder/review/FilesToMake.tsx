import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  DataProductDraft,
  normalizeDraft,
  waitingParts,
  writeDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../components/Fold';
import { useDataMeshTranslation } from '../../translation';
import { FileText } from './FileText';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
  path: { fontFamily: 'monospace' },
  also: { paddingLeft: theme.spacing(3.5) },
}));

/** The files of the new repository, and what may still wait. */
export function FilesToMake(props: {
  answers: Record<string, unknown>;
  alsoMade: string[];
}) {
  const { answers, alsoMade } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { files, waiting } = useMemo(() => {
    // There is no problem left when this is shown, so nothing is missing
    const draft = normalizeDraft(answers) as DataProductDraft;
    return { files: writeDraft(draft), waiting: waitingParts(draft) };
  }, [answers]);

  return (
    <>
      <Typography variant="body2">
        {t('scaffolder.review.files', {
          count: files.length + alsoMade.length,
        })}
      </Typography>
      <ul className={classes.list}>
        {files.map(({ path, content }, index) => (
          <li key={path}>
            <Fold
              label={<span className={classes.path}>{path}</span>}
              defaultOpen={index === 0}
            >
              <FileText label={path} lines={content.split('\n')} />
            </Fold>
          </li>
        ))}
        {alsoMade.map(path => (
          <Typography
            key={path}
            component="li"
            variant="body2"
            color="textSecondary"
            className={classes.also}
          >
            <span className={classes.path}>{path}</span>
          </Typography>
        ))}
      </ul>
      {waiting.length > 0 && (
        <Alert severity="info">
          {t('scaffolder.review.waiting')}
          <ul>
            {waiting.map(({ id, message }) => (
              <li key={id}>{message}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
