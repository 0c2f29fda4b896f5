import { makeStyles } from '@material-ui/core/styles';
import { ContractField } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  more: { color: theme.palette.text.secondary, fontSize: '0.9em' },
}));

/** What a field means: its description, then examples and limits. */
export function FieldDetails({ field }: { field: ContractField }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const allowed = field.allowedValues.map(({ value, label }) =>
    label && label !== value ? `${value} (${label})` : value,
  );

  return (
    <>
      {field.description ? (
        <div>{field.description}</div>
      ) : (
        <div className={classes.more}>{t('contract.schema.noDescription')}</div>
      )}
      {allowed.length > 0 && (
        <div className={classes.more}>
          {t('contract.schema.allowed', { values: allowed.join(', ') })}
        </div>
      )}
      {field.examples.length > 0 && (
        <div className={classes.more}>
          {t('contract.schema.examples', { values: field.examples.join(', ') })}
        </div>
      )}
      {field.references.length > 0 && (
        <div className={classes.more}>
          {t('contract.schema.references', {
            targets: field.references.join(', '),
          })}
        </div>
      )}
    </>
  );
}
