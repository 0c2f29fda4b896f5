import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Entity } from '@backstage/catalog-model';
import { CopyTextButton, Link } from '@backstage/core-components';
import { useDataMeshTranslation } from '../../translation';
import { catalogFileOf } from './catalogFile';

const useStyles = makeStyles({
  file: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
  path: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
});

/** The way to the file to change; nothing where it is not known. */
export function CatalogFileLine({ entity }: { entity: Entity }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const file = catalogFileOf(entity);
  if (!file) {
    return null;
  }
  if ('url' in file) {
    return (
      <Typography variant="body2">
        <Link to={file.url}>{t('product.warnings.open')}</Link>
      </Typography>
    );
  }
  return (
    <Typography variant="body2" component="div" className={classes.file}>
      {t('product.warnings.file')}&nbsp;
      <span className={classes.path}>{file.path}</span>
      <CopyTextButton
        text={file.path}
        aria-label={t('product.warnings.copyFile')}
        variant="tertiary"
      />
    </Typography>
  );
}
