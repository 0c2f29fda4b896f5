import { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityLink,
  ProductSummary,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../components/CatalogLink';
import { useLifecycleWord } from '../components/useLifecycleWord';
import { useDataMeshTranslation } from '../translation';
import { ProductFaults } from './ProductFaults';
import { ProductLevel } from './ProductLevel';
import { UsedBy } from './UsedBy';

/** What a card may tell of a product beside its name and its use. */
export type ProductColumn =
  | 'domain'
  | 'level'
  | 'lifecycle'
  | 'owner'
  | 'role'
  | 'type';

const useStyles = makeStyles(theme => ({
  name: { minWidth: 180, verticalAlign: 'top' },
  // Too many words for the width scroll; the theme would break them anywhere.
  cell: { verticalAlign: 'top', wordBreak: 'normal' },
  faults: { color: theme.palette.text.secondary },
}));

/** Data products in a card, a row each. */
export function ProductTable(props: {
  label: string;
  products: ProductSummary[];
  columns: ProductColumn[];
  /** What the person of a page is to the product. */
  roleOf?: (ref: string) => string;
}) {
  const { label, products, columns, roleOf } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const lifecycleWord = useLifecycleWord();

  const link = (to: EntityLink | undefined) =>
    to ? <CatalogLink to={to} /> : t('products.table.notStated');
  const cells: Record<ProductColumn, (product: ProductSummary) => ReactNode> = {
    domain: product => link(product.domain),
    level: product => <ProductLevel product={product} />,
    lifecycle: product => lifecycleWord(product.lifecycle),
    owner: product => link(product.owner),
    role: product => roleOf?.(product.ref),
    type: product => product.type ?? t('products.table.notStated'),
  };

  return (
    <TableContainer>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{t('products.table.product')}</TableCell>
            {columns.map(column => (
              <TableCell key={column}>
                {t(`products.table.${column}`)}
              </TableCell>
            ))}
            <TableCell>{t('products.table.use')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {products.map(product => (
            <TableRow key={product.ref}>
              <TableCell component="th" scope="row" className={classes.name}>
                <CatalogLink
                  to={{ ref: product.ref, title: product.title, exists: true }}
                />
                <div className={classes.faults}>
                  <ProductFaults product={product} />
                </div>
              </TableCell>
              {columns.map(column => (
                <TableCell key={column} className={classes.cell}>
                  {cells[column](product)}
                </TableCell>
              ))}
              <TableCell className={classes.cell}>
                <UsedBy product={product} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
