import { useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  FillableField,
  SheetRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { CheckedCell } from './checkDrafts';
import { shownValue } from './drafts';

const useStyles = makeStyles(theme => ({
  input: {
    ...theme.typography.body2,
    width: '100%',
    minWidth: '10rem',
    boxSizing: 'border-box',
    padding: theme.spacing(0.5, 1),
    color: theme.palette.text.primary,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    borderRadius: theme.shape.borderRadius,
    '&:hover': { borderColor: theme.palette.divider },
    '&:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      backgroundColor: theme.palette.background.default,
    },
    '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
  },
  wide: { minWidth: '24rem' },
  missing: { border: `1px dashed ${theme.palette.text.secondary}` },
  typed: { borderLeft: `3px solid ${theme.palette.primary.main}` },
  wrong: { borderColor: theme.palette.error.main },
  hint: { ...theme.typography.caption, color: theme.palette.text.secondary },
  problem: { ...theme.typography.caption, color: theme.palette.error.main },
}));

/** One field of one product, as it is or as it was typed. */
export function SheetCell(props: {
  row: SheetRow;
  field: FillableField;
  at: { row: number; column: number };
  /** What was typed; undefined for what the file says. */
  typed: string | undefined;
  checked: CheckedCell | undefined;
  /** Of the suggestions for the field. */
  listId?: string;
  onType: (typed: string) => void;
}) {
  const { row, field, at, typed, checked, listId, onType } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const hintId = useId();
  if (row.hidden.includes(field)) {
    return <span className={classes.hint}>{t('missingFields.hidden')}</span>;
  }
  const isMissing = row.missing.includes(field);
  const leadsNowhere = isMissing && row.fields[field] !== undefined;
  const problem = checked?.state === 'wrong' ? checked.problem : undefined;
  const checking =
    checked?.state === 'unsure' ? t('missingFields.checking') : undefined;
  const hint =
    typed === undefined && leadsNowhere
      ? t('missingFields.notInCatalog')
      : checking;
  return (
    <>
      <input
        className={[
          classes.input,
          field === 'purpose' ? classes.wide : '',
          isMissing && typed === undefined ? classes.missing : '',
          typed !== undefined ? classes.typed : '',
          problem ? classes.wrong : '',
        ].join(' ')}
        aria-label={t('missingFields.cell', {
          field: t(`missingFields.field.${field}`),
          product: row.title,
        })}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem || hint ? hintId : undefined}
        data-row={at.row}
        data-column={at.column}
        list={listId}
        autoComplete="off"
        spellCheck={field === 'purpose'}
        placeholder={isMissing ? t('missingFields.missing') : undefined}
        value={typed ?? shownValue(row, field)}
        onChange={event => onType(event.target.value)}
      />
      {(problem || hint) && (
        <div id={hintId} className={problem ? classes.problem : classes.hint}>
          {problem ?? hint}
        </div>
      )}
    </>
  );
}
