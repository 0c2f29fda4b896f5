import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useAnalytics } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ProductSummary } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../components/CatalogLink';
import { useLifecycleWord } from '../components/useLifecycleWord';
import { useDataMeshTranslation } from '../translation';
import { MatchedBy } from './MatchedBy';
import { ProductFaults } from './ProductFaults';
import { ProductLevel } from './ProductLevel';
import { UsedBy } from './UsedBy';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    alignItems: 'baseline',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
  },
  purpose: { overflowWrap: 'anywhere' },
  facts: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    color: theme.palette.text.secondary,
    '& > li + li::before': {
      content: '"·"',
      padding: theme.spacing(0, 1),
    },
  },
}));

/** A data product in the list: what it is, why it is here, who stands by it. */
export function ProductRow(props: {
  product: ProductSummary;
  /** Place on the page, from 1. */
  place: number;
}) {
  const { product, place } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const analytics = useAnalytics();
  const entityRefLink = useEntityRefLink();
  const lifecycleWord = useLifecycleWord();
  const to = entityRefLink(product.ref);
  const words = [product.type, lifecycleWord(product.lifecycle)];

  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Typography variant="h6" component="h2" className={classes.purpose}>
          <Link
            to={to}
            noTrack
            onClick={() =>
              analytics.captureEvent('discover', product.title, {
                attributes: { to },
                value: place,
              })
            }
          >
            {product.title}
          </Link>
        </Typography>
        <Typography variant="body2">
          {words.filter(Boolean).join(', ')}
        </Typography>
        <Typography variant="body2" component="div">
          {product.domain && <CatalogLink to={product.domain} />}
        </Typography>
      </div>
      <Typography
        className={classes.purpose}
        color={product.purpose ? 'textPrimary' : 'textSecondary'}
      >
        {product.purpose ?? t('products.row.noPurpose')}
      </Typography>
      <Typography variant="body2" component="div">
        <ProductFaults product={product} />
      </Typography>
      <Typography variant="body2" component="ul" className={classes.facts}>
        {product.matches.length > 0 && (
          <li>
            {t('products.row.matched')}: <MatchedBy matches={product.matches} />
          </li>
        )}
        <li>
          <ProductLevel product={product} />
        </li>
        <li>
          <UsedBy product={product} />
        </li>
        {product.portTypes.length > 0 && (
          <li>
            {t('products.row.ports', { types: product.portTypes.join(', ') })}
          </li>
        )}
        {product.owner?.exists && (
          <li>
            <CatalogLink to={product.owner} />
          </li>
        )}
      </Typography>
    </li>
  );
}
