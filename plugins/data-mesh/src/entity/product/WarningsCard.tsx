import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  warningsOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResults } from '../../api';
import { CopyableText } from '../../components/CopyableText';
import { useDataMeshTranslation } from '../../translation';
import { CatalogFileLine } from '../CatalogFileLine';
import { isEvaluated } from './isEvaluated';
import { useAnswersFor } from './useAnswersFor';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(2.5) },
  item: { '& + &': { marginTop: theme.spacing(2) } },
  path: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
}));

/**
 * What is wrong with the catalog file and how to put it right. Only for those
 * who can: the owners and the product owner. Once the product is evaluated, the
 * Maturity card tells it with all else there is to do.
 */
export function WarningsCard() {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const answersFor = useAnswersFor(entity);
  const warnings = useMemo(() => warningsOf(entity), [entity]);

  const results = useResults(stringifyEntityRef(entity), {
    enabled: answersFor && warnings.length > 0,
  });
  const isTold = results.isPending || isEvaluated(results.data);

  if (!answersFor || !warnings.length || isTold) {
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
      <CatalogFileLine entity={entity} />
    </EntityInfoCard>
  );
}
