import { makeStyles } from '@material-ui/core/styles';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { ProductSummary } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../components/CatalogLink';
import { useDataMeshTranslation } from '../translation';
import { faultsOf, ProductFault } from './faults';

const useStyles = makeStyles(theme => ({
  fault: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    marginRight: theme.spacing(2),
  },
  icon: { color: theme.palette.warning.main },
}));

/** Says in words, not by colour, what speaks against building on a product. */
export function ProductFaults(props: {
  product: Pick<ProductSummary, 'owner' | 'lifecycle' | 'successor'>;
}) {
  const classes = useStyles();
  return (
    <>
      {faultsOf(props.product).map(fault => (
        <span key={fault.kind} className={classes.fault}>
          <ReportProblemOutlined
            className={classes.icon}
            fontSize="small"
            aria-hidden
          />
          <span>
            <FaultWords fault={fault} />
          </span>
        </span>
      ))}
    </>
  );
}

function FaultWords({ fault }: { fault: ProductFault }) {
  const { t } = useDataMeshTranslation();
  switch (fault.kind) {
    case 'noTeam':
      return <>{t('products.fault.noTeam')}</>;
    case 'person':
      return <>{t('products.fault.person')}</>;
    default: {
      if (!fault.successor) {
        return <>{t(`products.fault.${fault.kind}`)}</>;
      }
      const successor = <CatalogLink to={fault.successor} />;
      return <>{t(`products.fault.${fault.kind}Use`, { successor })}</>;
    }
  }
}
