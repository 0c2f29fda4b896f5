import { Fragment } from 'react';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useOutlines } from '../api';
import { CatalogLink } from '../components/CatalogLink';
import { useDataMeshTranslation } from '../translation';
import { DomainCell } from './DomainCell';
import { DomainsPage } from './rows';
import { DomainOrder, DomainsView, sortedBy } from './view';

const useStyles = makeStyles(theme => ({
  // Too many words for the width scroll; the theme would break them anywhere.
  cell: { verticalAlign: 'top', wordBreak: 'normal' },
  header: { whiteSpace: 'nowrap', wordBreak: 'normal' },
  name: { verticalAlign: 'top', minWidth: 160 },
  group: {
    fontWeight: 'bold',
    backgroundColor: theme.palette.background.default,
  },
}));

/** A row for each domain. */
export function DomainsTable(props: {
  page: DomainsPage;
  view: DomainsView;
  onChange: (to: Partial<DomainsView>) => void;
}) {
  const { page, view, onChange } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const outlineOf = useOutlines();
  const width = view.columns.length + 1;

  return (
    <TableContainer>
      <Table size="small" aria-label={t('domains.table')}>
        <TableHead>
          <TableRow>
            {(['name', ...view.columns] as const).map(header)}
          </TableRow>
        </TableHead>
        {page.groups.map(({ owner, isGroup, rows }) => (
          <TableBody key={owner?.ref ?? 'none'}>
            {isGroup && (
              <TableRow>
                <TableCell
                  component="th"
                  role="rowheader"
                  scope="rowgroup"
                  colSpan={width}
                  className={classes.group}
                >
                  {owner ? <CatalogLink to={owner} /> : t('domains.noOwner')}
                </TableCell>
              </TableRow>
            )}
            {rows.map(row => (
              <TableRow key={row.domain.ref}>
                <TableCell
                  component="th"
                  role="rowheader"
                  scope="row"
                  className={classes.name}
                >
                  <CatalogLink to={row.domain} />
                </TableCell>
                {view.columns.map(column => (
                  <TableCell key={column} className={classes.cell}>
                    <DomainCell
                      row={row}
                      column={column}
                      outlineOf={outlineOf}
                    />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        ))}
        {(page.folded > 0 || page.canFold) && (
          <TableBody>
            <TableRow>
              <TableCell colSpan={width}>
                {page.folded > 0 ? (
                  <Fragment>
                    {t('domains.folded', { count: page.folded })}{' '}
                    <Button
                      size="small"
                      color="primary"
                      onClick={() => onChange({ showsAll: true })}
                    >
                      {t('domains.showFolded')}
                    </Button>
                  </Fragment>
                ) : (
                  <Button
                    size="small"
                    color="primary"
                    onClick={() => onChange({ showsAll: false })}
                  >
                    {t('domains.fold')}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          </TableBody>
        )}
      </Table>
    </TableContainer>
  );

  function header(order: DomainOrder) {
    const isActive = view.sort === order;
    const direction = view.isDescending ? 'desc' : 'asc';
    return (
      <TableCell
        key={order}
        className={classes.header}
        sortDirection={isActive && direction}
      >
        <TableSortLabel
          active={isActive}
          direction={isActive ? direction : 'asc'}
          onClick={() => onChange(sortedBy(view, order))}
        >
          {t(`domains.column.${order}`)}
        </TableSortLabel>
        {order === 'changes' && (
          <Typography variant="caption" component="div" color="textSecondary">
            {t('domains.columnHelp.changes')}
          </Typography>
        )}
      </TableCell>
    );
  }
}
