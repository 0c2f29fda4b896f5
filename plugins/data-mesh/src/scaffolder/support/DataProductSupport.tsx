import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Delete from '@material-ui/icons/DeleteOutline';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { DataProductDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, problemAt, problemsOf } from '../answers';
import { FieldGroup } from '../FieldGroup';
import { replaceAt, storable, withoutAt } from '../lists';
import { TextInput } from '../TextInput';

type Channel = NonNullable<DataProductDraft['support']>[number];

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  channel: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
  },
}));

/** Where questions about the product are answered. */
export function DataProductSupport(
  props: FieldExtensionComponentProps<Channel[]>,
) {
  const { formData: channels = [], idSchema, schema } = props;
  const onChange = (changed: Channel[]) => props.onChange(storable(changed));
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const problems = props.rawErrors.length
    ? problemsOf(answersIn(props.formContext), 'support')
    : [];

  const input = (
    index: number,
    key: 'channel' | 'url',
    placeholder: string,
  ) => (
    <TextInput
      id={`${idSchema.$id}-${index}-${key}`}
      label={t(`scaffolder.support.${key}`)}
      placeholder={placeholder}
      required={key === 'channel'}
      value={channels[index][key]}
      problem={problemAt(problems, index, key)}
      onChange={value =>
        onChange(
          replaceAt(channels, index, { ...channels[index], [key]: value }),
        )
      }
    />
  );
  return (
    <FieldGroup
      id={idSchema.$id}
      title={schema.title ?? t('scaffolder.support.title')}
      text={schema.description}
    >
      <ul className={classes.list}>
        {channels.map((channel, index) => (
          <li key={index} className={classes.channel}>
            {input(index, 'channel', '#supply-data')}
            {input(index, 'url', 'https://')}
            <IconButton
              aria-label={t('scaffolder.support.remove', {
                channel: channel.channel ?? '',
              })}
              onClick={() => onChange(withoutAt(channels, index))}
            >
              <Delete />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        color="primary"
        onClick={() => onChange([...channels, { channel: '' }])}
      >
        {t('scaffolder.support.add')}
      </Button>
    </FieldGroup>
  );
}
