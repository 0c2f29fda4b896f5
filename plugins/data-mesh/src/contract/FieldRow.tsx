import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { ContractField } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useScrollToHash } from '../components/useScrollToHash';
import { useDataMeshTranslation } from '../translation';
import { FieldDetails } from './FieldDetails';
import { placeOf } from './place';
import { useQualityWords } from './useQualityWords';

const useStyles = makeStyles(theme => ({
  row: { verticalAlign: 'top', '& td, & th': { verticalAlign: 'top' } },
  name: { fontFamily: 'monospace', minWidth: '8rem' },
  title: {
    color: theme.palette.text.secondary,
    fontFamily: theme.typography.fontFamily,
  },
  physical: { color: theme.palette.text.secondary },
  description: { minWidth: '14rem', whiteSpace: 'pre-line' },
}));

/** One field in a {@link FieldTable}. */
export function FieldRow(props: {
  field: ContractField;
  object: string;
  page: string;
  has: { classes: boolean; tags: boolean };
}) {
  const { field, object, page, has } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const qualityWords = useQualityWords();
  const id = placeOf(object, field.path);
  const isNamed = useScrollToHash(id);
  const marks = [
    field.primaryKey && t('contract.schema.key'),
    field.required && t('contract.schema.required'),
    field.unique && t('contract.schema.unique'),
    field.criticalDataElement && t('contract.schema.critical'),
  ].filter(Boolean);
  const rules = field.quality.flatMap(
    rule => rule.name ?? qualityWords(rule) ?? rule.description ?? [],
  );

  return (
    <TableRow
      id={page ? undefined : id}
      selected={isNamed}
      aria-current={isNamed ? 'location' : undefined}
      className={classes.row}
    >
      <TableCell component="th" scope="row" className={classes.name}>
        <div style={{ paddingLeft: `${Math.min(field.depth, 8)}rem` }}>
          <Link to={`${page}#${id}`}>{field.name}</Link>
          {field.title && <div className={classes.title}>{field.title}</div>}
          {field.physicalName && (
            <div className={classes.title}>
              {t('contract.schema.physical', { name: field.physicalName })}
            </div>
          )}
        </div>
      </TableCell>
      <TableCell>
        <div>
          {field.itemType
            ? t('contract.schema.itemsOf', {
                type: field.logicalType ?? 'array',
                item: field.itemType,
              })
            : field.logicalType}
        </div>
        {field.physicalType && (
          <div className={classes.physical}>{field.physicalType}</div>
        )}
      </TableCell>
      <TableCell>
        <div>{marks.join(', ')}</div>
        {rules.map((rule, index) => (
          <div key={index}>{rule}</div>
        ))}
      </TableCell>
      <TableCell className={classes.description}>
        <FieldDetails field={field} />
      </TableCell>
      {has.classes && <TableCell>{field.classification}</TableCell>}
      {has.tags && <TableCell>{field.tags.join(', ')}</TableCell>}
    </TableRow>
  );
}
