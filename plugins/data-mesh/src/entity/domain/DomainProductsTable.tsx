import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { DomainProfile } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { ProductFaults } from '../../products/ProductFaults';
import { ProductLevel } from '../../products/ProductLevel';
import { useDataMeshTranslation } from '../../translation';

type Product = DomainProfile['products'][number];

const useStyles = makeStyles(theme => ({
  name: { minWidth: 180, verticalAlign: 'top' },
  // Too many words for the width scroll; the theme would break them anywhere.
  cell: { verticalAlign: 'top', wordBreak: 'normal' },
  faults: { color: theme.palette.text.secondary },
}));

/** Data products of a domain, each with what it needs next. */
export function DomainProductsTable(props: {
  label: string;
  products: readonly Product[];
}) {
  const { label, products } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  return (
    <TableContainer>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{t('domain.products.product')}</TableCell>
            <TableCell>{t('domain.products.level')}</TableCell>
            <TableCell>{t('domain.products.next')}</TableCell>
            <TableCell>{t('domain.products.use')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {products.map(product => (
            <TableRow key={product.entity.ref}>
              <TableCell
                component="th"
                role="rowheader"
                scope="row"
                className={classes.name}
              >
                <CatalogLink to={product.entity} />
                <div className={classes.faults}>
                  <ProductFaults
                    product={{
                      owner: product.owner,
                      lifecycle: product.lifecycle ?? '',
                    }}
                  />
                </div>
              </TableCell>
              <TableCell className={classes.cell}>
                <ProductLevel
                  product={{ ...product, target: product.target ?? undefined }}
                />
              </TableCell>
              <TableCell className={classes.cell}>
                <NextWords product={product} />
              </TableCell>
              <TableCell className={classes.cell}>
                {product.usedByTeams
                  ? t('products.row.usedBy', { count: product.usedByTeams })
                  : t('products.filters.usedNo')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function NextWords({ product }: { product: Product }) {
  const { t } = useDataMeshTranslation();
  const { next, toDo, level } = product;
  if (!next) {
    return level === undefined ? null : <>{t('domain.products.nothing')}</>;
  }
  return (
    <>
      {next.title}
      {toDo > 1 && <> {t('domain.products.more', { count: toDo - 1 })}</>}
    </>
  );
}
