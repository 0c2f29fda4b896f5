import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useContractProducts } from '../api';
import { BackendHint } from '../components/BackendHint';
import { CatalogLink } from '../components/CatalogLink';
import { Fact, Facts } from '../components/Facts';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** The data products that provide and that use a contract. */
export function ContractUsers(props: { entityRef: string }) {
  const { t } = useDataMeshTranslation();
  const { data, error, refetch } = useContractProducts(props.entityRef);

  return (
    <EntityInfoCard title={t('contract.products.title')}>
      {data && (
        <Facts>
          <Fact name={t('contract.products.provides')}>
            <Products
              products={data.providedBy}
              none={t('contract.products.noProvider')}
            />
          </Fact>
          <Fact name={t('contract.products.uses')}>
            <Products
              products={data.usedBy}
              none={t('contract.products.noUser')}
            />
          </Fact>
        </Facts>
      )}
      {!data && error && (
        <BackendHint
          error={error}
          onRetry={refetch}
          unknown={t('contract.products.unknown')}
        />
      )}
      {!data && !error && (
        <div role="status" aria-label={t('contract.products.loading')}>
          <Skeleton />
          <Skeleton />
        </div>
      )}
    </EntityInfoCard>
  );
}

function Products(props: { products: readonly EntityLink[]; none: string }) {
  const classes = useStyles();
  if (!props.products.length) {
    return (
      <Typography variant="body2" color="textSecondary">
        {props.none}
      </Typography>
    );
  }
  return (
    <ul className={classes.list}>
      {props.products.map(product => (
        <li key={product.ref}>
          <CatalogLink to={product} />
        </li>
      ))}
    </ul>
  );
}
