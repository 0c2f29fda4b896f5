import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  readDraft,
  WaitingPart,
  waitingParts,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResults } from '../../api';
import { useFilesOf } from '../../scaffolder/change/useFilesOf';
import { ChangeProductButton } from '../../scaffolder/ChangeProductButton';
import { useDataMeshTranslation } from '../../translation';
import { isEvaluated } from './isEvaluated';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(2.5) },
}));

/**
 * What was left for later when a product was started, in the best order; for
 * candidates only, and only until it is evaluated: from then on the Maturity card
 * tells it with all else there is to do.
 */
export function NextStepsCard() {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const ref = stringifyEntityRef(entity);
  const results = useResults(ref, { enabled: isCandidate(entity) });
  const isTold = results.isPending || isEvaluated(results.data);
  const { data } = useFilesOf(isCandidate(entity) && !isTold ? ref : undefined);
  const parts = useMemo(() => (data ? readWaiting(data) : []), [data]);

  if (!parts.length || isTold) {
    return null;
  }
  return (
    <EntityInfoCard
      title={t('product.next.title')}
      headerActions={<ChangeProductButton />}
    >
      <Typography variant="body2">{t('product.next.intro')}</Typography>
      <ol className={classes.list}>
        {parts.map(({ id, message }) => (
          <Typography key={id} variant="body2" component="li">
            {message}
          </Typography>
        ))}
      </ol>
    </EntityInfoCard>
  );
}

function isCandidate({ spec }: DataProductEntityV1alpha1): boolean {
  return spec.lifecycle.toLocaleLowerCase('en-US') === 'candidate';
}

function readWaiting({
  files,
  name,
}: NonNullable<ReturnType<typeof useFilesOf>['data']>): WaitingPart[] {
  try {
    return waitingParts(readDraft(files, { name }));
  } catch {
    // A contract that cannot be read is told where the contract is shown.
    return [];
  }
}
