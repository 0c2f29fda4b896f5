import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { DataProductDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, problemAt, problemsOf } from '../answers';
import { FieldGroup } from '../FieldGroup';
import { TextInput } from '../TextInput';

type Privacy = NonNullable<DataProductDraft['privacy']>;

const useStyles = makeStyles(theme => ({
  needed: { margin: theme.spacing(1, 0) },
}));

/** What sensitive data must not be without. */
export function DataProductPrivacy(
  props: FieldExtensionComponentProps<Privacy>,
) {
  const { formData: privacy = {}, onChange, idSchema, schema } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const answers = answersIn(props.formContext);
  const problems = props.rawErrors.length ? problemsOf(answers, 'privacy') : [];
  // By the same rule as the refusal, so that nobody is surprised by it
  const isNeeded =
    problemsOf({ ...answers, privacy: undefined }, 'privacy').length > 0;

  const input = (key: keyof Privacy, isAsked: boolean) => (
    <TextInput
      id={`${idSchema.$id}-${key}`}
      label={t(`scaffolder.privacy.${key}`)}
      placeholder={t(`scaffolder.privacy.examples.${key}`)}
      value={privacy[key]}
      problem={problemAt(problems, key)}
      hint={isAsked ? t('scaffolder.privacy.asked') : undefined}
      onChange={value => onChange({ ...privacy, [key]: value })}
    />
  );

  return (
    <FieldGroup
      id={idSchema.$id}
      title={schema.title ?? t('scaffolder.privacy.title')}
      text={schema.description}
    >
      <div role="status">
        {isNeeded && (
          <Alert severity="info" className={classes.needed}>
            {t('scaffolder.privacy.needed')}
          </Alert>
        )}
      </div>
      {input('retention', isNeeded)}
      {input('legalBasis', isNeeded)}
      {input('masking', false)}
    </FieldGroup>
  );
}
