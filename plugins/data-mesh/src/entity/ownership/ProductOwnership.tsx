import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';
import { BackendHint } from '../../components/BackendHint';
import { CatalogLink } from '../../components/CatalogLink';
import { Fact, Facts } from '../../components/Facts';
import { useDataMeshTranslation } from '../../translation';
import { linkTo } from '../product/entityLinks';
import { OwnerWords } from '../product/OwnerWords';
import { UsedByList, Users } from '../product/UsedByList';
import { usersByNearness } from '../product/users';
import { useProductPage } from '../product/useProductPage';
import { HandOver } from './handOver/HandOver';
import { ProductOpenPoints } from './ProductOpenPoints';

/** Who answers for the product, who uses it, and what is open about that. */
export function ProductOwnership() {
  const { entity, spec, product, owner, productOwner } = useProductPage();
  const { t } = useDataMeshTranslation();
  const { data, error, isPending, refetch } = product;

  const stewards =
    data?.stewards ??
    (spec.stewards ?? []).flatMap(ref => linkTo(ref, entity, 'User') ?? []);
  const intended = usersByNearness(data?.users ?? []).intended;

  return (
    <EntityInfoCard title={t('ownership.title')}>
      {isPending ? (
        <div role="status" aria-label={t('product.loading')}>
          <Skeleton />
          <Skeleton />
          <Skeleton width="60%" />
        </div>
      ) : (
        <Facts>
          <Fact name={t('product.ownership.owner')}>
            <OwnerWords owner={owner} members={data?.ownerMembers} />
          </Fact>
          <Fact name={t('product.ownership.productOwner')}>
            {productOwner ? (
              <CatalogLink to={productOwner} />
            ) : (
              t('product.ownership.noProductOwner')
            )}
          </Fact>
          {stewards.length > 0 && (
            <Fact name={t('product.ownership.stewards')}>
              <Links links={stewards} />
            </Fact>
          )}
          {data && (
            <Fact name={t('product.ownership.usedBy')}>
              <UsedByList product={data} />
            </Fact>
          )}
          {intended.length > 0 && (
            <Fact name={t('product.ownership.intended')}>
              <Users users={intended} />
            </Fact>
          )}
        </Facts>
      )}
      {!data && error && (
        <BackendHint
          error={error}
          onRetry={refetch}
          unknown={t('product.unknown')}
        />
      )}
      {data && (
        <>
          <ProductOpenPoints product={stringifyEntityRef(entity)} />
          <HandOver product={data} />
        </>
      )}
    </EntityInfoCard>
  );
}

function Links(props: { links: readonly EntityLink[] }) {
  return (
    <>
      {props.links.map(link => (
        <Typography key={link.ref} variant="body2" component="div">
          <CatalogLink to={link} />
        </Typography>
      ))}
    </>
  );
}
