import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Entity } from '@backstage/catalog-model';
import { CopyTextButton, Link } from '@backstage/core-components';
import { useDataMeshTranslation } from '../translation';
import { catalogFileOf } from './product/catalogFile';

const useStyles = makeStyles({
  file: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
  path: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
});

/** The way to the file in which an entity is written. */
export function CatalogFileLine(props: {
  entity: Entity;
  /** Whether to say so where the file is not known. */
  saysIfNone?: boolean;
}) {
  const { entity, saysIfNone } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const file = catalogFileOf(entity);
  if (!file) {
    return saysIfNone ? (
      <Typography variant="body2" color="textSecondary">
        {t('entity.file.none')}
      </Typography>
    ) : null;
  }
  if ('url' in file) {
    return (
      <Typography variant="body2">
        <Link to={file.url}>{t('entity.file.open')}</Link>
      </Typography>
    );
  }
  return (
    <Typography variant="body2" component="div" className={classes.file}>
      {t('entity.file.path')}&nbsp;
      <span className={classes.path}>{file.path}</span>
      <CopyTextButton
        text={file.path}
        aria-label={t('entity.file.copyPath')}
        variant="tertiary"
      />
    </Typography>
  );
}
