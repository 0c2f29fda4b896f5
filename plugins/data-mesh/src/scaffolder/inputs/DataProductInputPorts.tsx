import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { InputPortDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, problemAt, problemsOf } from '../answers';
import { FieldGroup } from '../FieldGroup';
import { freeName } from '../freeName';
import { replaceAt, storable, withoutAt } from '../lists';
import { InputPortItem } from './InputPortItem';
import { PortChooser } from './PortChooser';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
}));

/** Where the data comes from: ports of other products, and sources outside. */
export function DataProductInputPorts(
  props: FieldExtensionComponentProps<InputPortDraft[]>,
) {
  const { formData: ports = [], idSchema, schema, rawErrors } = props;
  const onChange = (changed: InputPortDraft[]) =>
    props.onChange(storable(changed));
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const answers = answersIn(props.formContext);
  const id = idSchema.$id;
  // Said at each port once somebody tried to go on with it
  const problems = rawErrors.length ? problemsOf(answers, 'inputPorts') : [];

  const add = (port: Omit<InputPortDraft, 'name'>, like: string) =>
    onChange([...ports, { name: freeName(like, ports), ...port }]);

  return (
    <FieldGroup
      id={id}
      title={schema.title ?? t('scaffolder.inputs.title')}
      text={schema.description}
    >
      {ports.length > 0 && (
        <ul className={classes.list}>
          {ports.map((port, index) => (
            <InputPortItem
              key={index}
              id={`${id}-${index}`}
              port={port}
              problem={place => problemAt(problems, index, place)}
              onChange={changed => onChange(replaceAt(ports, index, changed))}
              onRemove={() => onChange(withoutAt(ports, index))}
            />
          ))}
        </ul>
      )}
      {answers.inputs === 'none' ? (
        <Typography variant="body2">{t('scaffolder.inputs.isNone')}</Typography>
      ) : (
        <>
          <PortChooser id={`${id}-product`} ports={ports} onChoose={add} />
          <Button
            size="small"
            color="primary"
            onClick={() => add({ externalSource: '' }, 'source')}
          >
            {t('scaffolder.inputs.addExternal')}
          </Button>
        </>
      )}
    </FieldGroup>
  );
}
