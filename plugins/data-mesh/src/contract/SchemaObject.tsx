import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Fold } from '../components/Fold';
import { useScrollToHash } from '../components/useScrollToHash';
import { useDataMeshTranslation } from '../translation';
import { FieldTable } from './FieldTable';
import { FoundFields } from './findFields';
import { placeOf } from './place';

const useStyles = makeStyles(theme => ({
  root: { '& + &': { marginTop: theme.spacing(2) } },
  description: { whiteSpace: 'pre-line', marginBottom: theme.spacing(1) },
}));

/** A table, topic or file of a contract with its fields. */
export function SchemaObject(props: {
  found: FoundFields[number];
  isOpen: boolean;
}) {
  const { object, fields } = props.found;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = placeOf(object.name);
  useScrollToHash(id);
  const facts = [
    object.title,
    object.physicalType,
    object.physicalName &&
      object.physicalName !== object.name &&
      t('contract.schema.physical', { name: object.physicalName }),
    object.granularity,
    ...object.tags,
  ].filter(Boolean);

  return (
    <div id={id} className={classes.root} role="group" aria-label={object.name}>
      <Fold
        defaultOpen={props.isOpen}
        label={
          <>
            <strong>{object.name}</strong>{' '}
            {t('contract.schema.fields', { count: object.fields.length })}
          </>
        }
      >
        {facts.length > 0 && (
          <Typography variant="body2" color="textSecondary">
            {facts.join(' · ')}
          </Typography>
        )}
        {object.description && (
          <Typography variant="body2" className={classes.description}>
            {object.description}
          </Typography>
        )}
        <FieldTable object={object.name} fields={fields} />
      </Fold>
    </div>
  );
}
