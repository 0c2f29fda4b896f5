import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, problemAt, problemsOf, textIn } from '../answers';
import { FieldGroup } from '../FieldGroup';
import { freeName } from '../freeName';
import { replaceAt, storable, withoutAt } from '../lists';
import { OutputPortItem } from './OutputPortItem';
import { newPortId, PortInForm } from './PortInForm';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
}));

/** The ways in to the product, each with the contract to start from. */
export function DataProductOutputPorts(
  props: FieldExtensionComponentProps<PortInForm[]>,
) {
  const { formData: ports = [], idSchema, schema, rawErrors } = props;
  const onChange = (changed: PortInForm[]) => props.onChange(storable(changed));
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const answers = answersIn(props.formContext);
  // Said at each port once somebody tried to go on with it
  const problems = rawErrors.length ? problemsOf(answers, 'outputPorts') : [];

  const add = () => {
    const like = textIn(answers, 'name') ?? 'data';
    onChange([...ports, { id: newPortId(), name: freeName(like, ports) }]);
  };

  return (
    <FieldGroup
      id={idSchema.$id}
      title={schema.title ?? t('scaffolder.outputs.title')}
      text={schema.description}
    >
      {ports.length > 0 && (
        <ol className={classes.list}>
          {ports.map((port, index) => (
            <OutputPortItem
              key={port.id ?? index}
              id={`${idSchema.$id}-${index}`}
              port={port}
              problem={(...place) => problemAt(problems, index, ...place)}
              onChange={changed => onChange(replaceAt(ports, index, changed))}
              onRemove={() => onChange(withoutAt(ports, index))}
            />
          ))}
        </ol>
      )}
      <Button size="small" color="primary" onClick={add}>
        {ports.length
          ? t('scaffolder.outputs.addAnother')
          : t('scaffolder.outputs.add')}
      </Button>
    </FieldGroup>
  );
}
