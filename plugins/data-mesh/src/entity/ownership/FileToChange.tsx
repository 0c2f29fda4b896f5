import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Entity } from '@backstage/catalog-model';
import { CopyTextButton, Link } from '@backstage/core-components';
import { useDataMeshTranslation } from '../../translation';
import { catalogFileOf } from '../product/catalogFile';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
  path: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
});

/** The way to the file in which an entity is written. */
export function FileToChange({ entity }: { entity: Entity }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const file = catalogFileOf(entity);
  if (!file) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('ownership.file.none')}
      </Typography>
    );
  }
  if ('url' in file) {
    return (
      <Typography variant="body2">
        <Link to={file.url}>{t('ownership.file.open')}</Link>
      </Typography>
    );
  }
  return (
    <Typography variant="body2" component="div" className={classes.line}>
      {t('ownership.file.path')}&nbsp;
      <span className={classes.path}>{file.path}</span>
      <CopyTextButton
        text={file.path}
        aria-label={t('ownership.file.copyPath')}
        variant="tertiary"
      />
    </Typography>
  );
}
