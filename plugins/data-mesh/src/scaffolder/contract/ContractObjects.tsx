import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ContractObjectDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { replaceAt } from '../lists';
import { changeField, fieldRows } from './fieldRows';
import { FieldInputs } from './FieldInputs';

/** Rows of a table at first; each has inputs, which many of are slow. */
const ROWS = 100;

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: theme.spacing(0.5, 1),
      textAlign: 'left',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& th': {
      ...theme.typography.caption,
      color: theme.palette.text.secondary,
    },
  },
  title: { marginTop: theme.spacing(1) },
}));

/** The tables of a contract with their fields, to be described. */
export function ContractObjects(props: {
  id: string;
  objects: ContractObjectDraft[];
  problem: (...place: (string | number)[]) => string | undefined;
  onChange: (objects: ContractObjectDraft[]) => void;
}) {
  const { id, objects, problem, onChange } = props;
  return (
    <>
      {objects.map((object, index) => (
        <FieldsOfObject
          key={index}
          id={`${id}-${index}`}
          object={object}
          problem={problem(index)}
          onChange={changed => onChange(replaceAt(objects, index, changed))}
        />
      ))}
    </>
  );
}

function FieldsOfObject(props: {
  id: string;
  object: ContractObjectDraft;
  problem: string | undefined;
  onChange: (object: ContractObjectDraft) => void;
}) {
  const { id, object, problem, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const [limit, setLimit] = useState(ROWS);
  const rows = fieldRows(object.fields);
  const described = rows.filter(({ field }) => field.description).length;

  return (
    <>
      <Typography variant="subtitle2" component="h4" className={classes.title}>
        {object.name}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('scaffolder.contract.described', {
          described: String(described),
          count: rows.length,
        })}
      </Typography>
      {problem && (
        <Typography variant="body2" color="error">
          {problem}
        </Typography>
      )}
      <div className={classes.scroll}>
        <table
          className={classes.table}
          aria-label={t('scaffolder.contract.fieldsOf', { name: object.name })}
        >
          <thead>
            <tr>
              <th scope="col">{t('scaffolder.contract.field')}</th>
              <th scope="col">{t('scaffolder.contract.type')}</th>
              <th scope="col">{t('scaffolder.contract.key')}</th>
              <th scope="col">{t('scaffolder.contract.required')}</th>
              <th scope="col">{t('scaffolder.contract.description')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map(({ path, field }) => (
              <FieldInputs
                key={`${path.join('.')} ${field.name}`}
                id={`${id}-${path.join('-')}`}
                field={field}
                depth={path.length - 1}
                onChange={change =>
                  onChange({
                    ...object,
                    fields: changeField(object.fields, path, change),
                  })
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > limit && (
        <Button size="small" onClick={() => setLimit(rows.length)}>
          {t('scaffolder.contract.showAll', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
