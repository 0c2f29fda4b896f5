import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, textIn } from '../answers';
import { FieldHint } from '../FieldHint';
import { SimilarProducts } from './SimilarProducts';

const MAX_LENGTH = 400;

const useStyles = makeStyles(theme => ({
  below: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
  },
  count: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  over: { color: theme.palette.error.main, fontWeight: 'bold' },
}));

/** The sentence on what a product offers, and what there is like it. */
export function DataProductPurpose(
  props: FieldExtensionComponentProps<string>,
) {
  const { formData = '', onChange, idSchema, schema, rawErrors } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const answers = answersIn(props.formContext);
  const name = textIn(answers, 'name');
  const changed =
    typeof answers.answersOf === 'string' ? answers.answersOf : undefined;
  const isOver = formData.length > MAX_LENGTH;

  return (
    <>
      <TextField
        id={idSchema.$id}
        label={schema.title ?? t('scaffolder.purpose.title')}
        required={props.required}
        disabled={props.disabled}
        error={rawErrors.length > 0 || isOver}
        value={formData}
        onChange={event => onChange(event.target.value || undefined)}
        variant="outlined"
        margin="dense"
        fullWidth
        multiline
        minRows={2}
        maxRows={6}
        placeholder={props.uiSchema['ui:placeholder']}
        inputProps={{ 'aria-describedby': `${idSchema.$id}-about` }}
      />
      <div className={classes.below}>
        <FieldHint id={`${idSchema.$id}-about`}>
          {isOver
            ? t('scaffolder.purpose.over', {
                count: formData.length - MAX_LENGTH,
              })
            : schema.description}
        </FieldHint>
        <span
          className={`MuiFormHelperText-root ${classes.count} ${
            isOver ? classes.over : ''
          }`}
          aria-hidden
        >
          {t('scaffolder.purpose.count', {
            length: String(formData.length),
            max: String(MAX_LENGTH),
          })}
        </span>
      </div>
      <SimilarProducts name={name} purpose={formData} except={changed} />
    </>
  );
}
