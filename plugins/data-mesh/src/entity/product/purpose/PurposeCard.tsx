import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { isWithoutBackend } from '../../../components/errors';
import { Fold } from '../../../components/Fold';
import { LoadError } from '../../../components/LoadError';
import { HintItem } from '../../../goals/words';
import { useDataMeshTranslation } from '../../../translation';
import { NoGoalYet } from './NoGoalYet';
import { PurposePath } from './PurposePath';
import { purposesOf } from './purposeOf';
import { useProductTree } from './useProductTree';

/** What a data product is for: from its uses up to the vision. */
export function PurposeCard() {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const { t } = useDataMeshTranslation();
  const ref = stringifyEntityRef(entity);
  const { data, error, refetch } = useProductTree(ref);

  // Portals without the backend hear of it where its absence matters.
  if (!data && error && isWithoutBackend(error)) {
    return null;
  }
  return (
    <EntityInfoCard title={t('purpose.title')}>{content()}</EntityInfoCard>
  );

  function content() {
    if (data) {
      return <Purposes entity={entity} product={ref} tree={data} />;
    }
    return error ? (
      <LoadError error={error} onRetry={refetch} />
    ) : (
      <div role="status" aria-label={t('purpose.loading')}>
        <Skeleton width="60%" />
        <Skeleton />
        <Skeleton width="80%" />
      </div>
    );
  }
}

function Purposes(props: {
  entity: DataProductEntityV1alpha1;
  product: string;
  tree: ValueTree;
}) {
  const { entity, product, tree } = props;
  const { t } = useDataMeshTranslation();
  const purposes = purposesOf(tree, product);
  const living = purposes.filter(({ isLiving }) => isLiving);
  const closed = purposes.filter(({ isLiving }) => !isLiving);
  const hints = tree.hints.filter(hint => hint.product?.ref === product);
  const notThere = (entity.spec.initiatives ?? []).filter(
    id => !tree.nodes.some(node => node.id === id),
  );
  return (
    <>
      {living.map(purpose => (
        <PurposePath key={purpose.id} purpose={purpose} />
      ))}
      {living.length === 0 &&
        hints
          .filter(({ code }) => code === 'product-of-closed-goals')
          .map(hint => <HintItem key={hint.code} hint={hint} about="" />)}
      {purposes.length === 0 && (
        <NoGoalYet
          entity={entity}
          product={product}
          isForNothing={hints.length > 0}
        />
      )}
      {closed.length > 0 && (
        <Fold
          label={t('purpose.closed', { count: closed.length })}
          defaultOpen={living.length === 0}
        >
          {closed.map(purpose => (
            <PurposePath key={purpose.id} purpose={purpose} />
          ))}
        </Fold>
      )}
      {notThere.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('purpose.notThere', {
            count: notThere.length,
            ids: notThere.join(', '),
          })}
        </Typography>
      )}
    </>
  );
}
