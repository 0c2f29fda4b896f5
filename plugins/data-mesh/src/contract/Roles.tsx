import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Contract } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { '& td, & th': { wordBreak: 'normal' } },
  name: { fontFamily: 'monospace' },
});

/** The roles that let people at the data. */
export function Roles({ roles }: Pick<Contract, 'roles'>) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (!roles.length) {
    return null;
  }
  return (
    <EntityInfoCard title={t('contract.roles.title')}>
      <div
        className={classes.scroll}
        role="group"
        aria-label={t('contract.roles.title')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <Table
          size="small"
          className={classes.table}
          aria-label={t('contract.roles.title')}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('contract.roles.role')}</TableCell>
              <TableCell>{t('contract.roles.access')}</TableCell>
              <TableCell>{t('contract.roles.description')}</TableCell>
              <TableCell>{t('contract.roles.approvers')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {roles.map((role, index) => (
              <TableRow key={index}>
                <TableCell component="th" scope="row" className={classes.name}>
                  {role.role}
                </TableCell>
                <TableCell>{role.access}</TableCell>
                <TableCell>{role.description}</TableCell>
                <TableCell>{role.approvers.join(', ')}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </EntityInfoCard>
  );
}
