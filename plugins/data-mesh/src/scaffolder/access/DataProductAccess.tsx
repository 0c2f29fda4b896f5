import TextField from '@material-ui/core/TextField';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { DataProductDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, problemAt, problemsOf } from '../answers';
import { FieldGroup } from '../FieldGroup';
import { SearchBox } from '../search/SearchBox';
import { useEntitySearch } from '../search/useEntitySearch';
import { useFoundByRef } from '../search/useFoundByRef';
import { TextInput } from '../TextInput';

type Access = NonNullable<DataProductDraft['access']>;

const ways = ['closed', 'open'] as const;
const deciders = ['User', 'Group'];

/** How others get to the data. */
export function DataProductAccess(props: FieldExtensionComponentProps<Access>) {
  const { formData: access = {}, onChange, idSchema, schema } = props;
  const { t } = useDataMeshTranslation();
  const search = useEntitySearch(deciders);
  const approver = useFoundByRef(access.approver);
  const id = idSchema.$id;
  const problems = props.rawErrors.length
    ? problemsOf(answersIn(props.formContext), 'access')
    : [];

  return (
    <FieldGroup
      id={id}
      title={schema.title ?? t('scaffolder.access.title')}
      text={schema.description}
    >
      <TextField
        id={`${id}-default`}
        select
        label={t('scaffolder.access.default')}
        value={access.default ?? ''}
        onChange={event =>
          onChange({
            ...access,
            default: ways.find(way => way === event.target.value),
          })
        }
        variant="outlined"
        margin="dense"
        fullWidth
        InputLabelProps={{ shrink: true }}
        SelectProps={{ native: true }}
      >
        <option value="">{t('scaffolder.access.defaults.unknown')}</option>
        {ways.map(way => (
          <option key={way} value={way}>
            {t(`scaffolder.access.defaults.${way}`)}
          </option>
        ))}
      </TextField>
      <TextInput
        id={`${id}-how`}
        label={t('scaffolder.access.howTo')}
        value={access.howTo}
        problem={problemAt(problems, 'howTo')}
        onChange={howTo => onChange({ ...access, howTo })}
      />
      <TextInput
        id={`${id}-url`}
        label={t('scaffolder.access.url')}
        hint={t('scaffolder.access.urlHint')}
        placeholder="https://"
        value={access.url}
        problem={problemAt(problems, 'url')}
        onChange={url => onChange({ ...access, url })}
      />
      <SearchBox
        id={`${id}-approver`}
        label={t('scaffolder.access.approver')}
        searchKey={deciders.join()}
        search={search}
        value={approver}
        error={Boolean(problemAt(problems, 'approver'))}
        onChange={found => onChange({ ...access, approver: found?.ref })}
      />
    </FieldGroup>
  );
}
