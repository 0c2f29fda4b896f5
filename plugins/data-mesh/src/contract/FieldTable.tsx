import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { ContractField } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { FieldRow } from './FieldRow';
import { placeOf } from './place';

/** More rows than this are shown only when asked for. */
const FIRST_ROWS = 200;

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto' },
  table: {
    '& td, & th': {
      padding: theme.spacing(0.75, 1),
      lineHeight: 1.4,
      // Wide words scroll; broken ones cannot be read.
      wordBreak: 'normal',
      overflowWrap: 'break-word',
    },
  },
}));

/** The fields of one object of a contract. */
export function FieldTable(props: {
  object: string;
  fields: readonly ContractField[];
  /** Where the names lead to: the page that shows the whole contract. */
  page?: string;
}) {
  const { object, fields, page = '' } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const { hash } = useLocation();
  const [wantsAll, setWantsAll] = useState(false);

  if (!fields.length) {
    return <div>{t('contract.schema.noFields')}</div>;
  }
  const label = t('contract.schema.fieldsOf', { object });
  const named = fields.findIndex(
    ({ path }) => hash === `#${placeOf(object, path)}`,
  );
  const showsAll = wantsAll || named >= FIRST_ROWS;
  const has = {
    classes: fields.some(({ classification }) => classification),
    tags: fields.some(({ tags }) => tags.length),
  };

  return (
    <>
      <div
        className={classes.scroll}
        role="group"
        aria-label={label}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <Table size="small" className={classes.table} aria-label={label}>
          <TableHead>
            <TableRow>
              <TableCell>{t('contract.schema.field')}</TableCell>
              <TableCell>{t('contract.schema.type')}</TableCell>
              <TableCell>{t('contract.schema.rules')}</TableCell>
              <TableCell>{t('contract.schema.description')}</TableCell>
              {has.classes && (
                <TableCell>{t('contract.schema.class')}</TableCell>
              )}
              {has.tags && <TableCell>{t('contract.schema.tags')}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {fields
              .slice(0, showsAll ? undefined : FIRST_ROWS)
              .map((field, index) => (
                <FieldRow
                  // Equal paths are a fault of the contract, to be shown.
                  key={`${index} ${field.path}`}
                  field={field}
                  object={object}
                  page={page}
                  has={has}
                />
              ))}
          </TableBody>
        </Table>
      </div>
      {!showsAll && fields.length > FIRST_ROWS && (
        <Button onClick={() => setWantsAll(true)}>
          {t('contract.schema.showAll', { count: fields.length })}
        </Button>
      )}
    </>
  );
}
