import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton, Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  warningsOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CopyableText } from '../../components/CopyableText';
import { useDataMeshTranslation } from '../../translation';
import { CatalogFile, catalogFileOf } from './catalogFile';
import { useAnswersFor } from './useAnswersFor';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(2.5) },
  item: { '& + &': { marginTop: theme.spacing(2) } },
  path: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  file: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
}));

/**
 * What is wrong with the catalog file and how to put it right. Only for those
 * who can: the owners and the product owner.
 */
export function WarningsCard() {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const answersFor = useAnswersFor(entity);
  const warnings = useMemo(() => warningsOf(entity), [entity]);
  const file = catalogFileOf(entity);

  if (!answersFor || !warnings.length) {
    return null;
  }
  return (
    <EntityInfoCard title={t('product.warnings.title')}>
      <Typography variant="body2">
        {t('product.warnings.intro', { count: warnings.length })}
      </Typography>
      <ol className={classes.list}>
        {warnings.map(({ code, path, message, fix, yaml }, index) => (
          <Typography
            key={`${index} ${code}`}
            variant="body2"
            component="li"
            className={classes.item}
          >
            {message} {fix}
            <div className={classes.path}>
              {t('product.warnings.at', { path })}
            </div>
            {yaml && (
              <CopyableText
                text={yaml}
                copyLabel={t('product.warnings.copyYaml', { path })}
              />
            )}
          </Typography>
        ))}
      </ol>
      {file && <FileLine file={file} />}
    </EntityInfoCard>
  );
}

function FileLine({ file }: { file: CatalogFile }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
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
