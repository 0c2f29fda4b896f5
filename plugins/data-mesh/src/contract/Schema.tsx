import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { ContractObject } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { findFields } from './findFields';
import { placeOf } from './place';
import { SchemaObject } from './SchemaObject';

/** From here on a box to find fields is of use. */
const MANY_FIELDS = 16;

/** Beyond, objects are closed until somebody opens them. */
const MOST_OPEN_FIELDS = 300;

const useStyles = makeStyles(theme => ({
  find: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
}));

/** The tables, topics and files of a contract, and a box to find fields. */
export function Schema(props: { objects: readonly ContractObject[] }) {
  const { objects } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const { hash } = useLocation();
  const searchId = useId();
  const [text, setText] = useState('');
  const searched = useDeferredValue(text.trim());
  const found = useMemo(
    () => findFields(objects, searched),
    [objects, searched],
  );
  const total = objects.reduce((sum, { fields }) => sum + fields.length, 0);
  const matches = found.reduce((sum, object) => sum + object.matches, 0);
  const opensAll = searched
    ? matches <= MOST_OPEN_FIELDS
    : total <= MOST_OPEN_FIELDS;

  return (
    <EntityInfoCard title={t('contract.schema.title')}>
      {objects.length === 0 && (
        <Typography variant="body2">{t('contract.schema.none')}</Typography>
      )}
      {total >= MANY_FIELDS && (
        <div className={classes.find}>
          <TextField
            id={searchId}
            type="search"
            size="small"
            variant="outlined"
            label={t('contract.schema.find')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
          <Typography variant="body2" role="status">
            {searched
              ? t('contract.schema.found', {
                  found: String(matches),
                  total: String(total),
                })
              : ''}
          </Typography>
        </div>
      )}
      {found
        .filter(({ matches: count }) => !searched || count > 0)
        .map((object, index) => {
          const { name } = object.object;
          const isNamed = hash.startsWith(`#${placeOf(name)}`);
          return (
            <SchemaObject
              // A search decides anew what is open.
              key={`${index} ${name} ${searched !== ''}`}
              found={object}
              isOpen={opensAll || isNamed}
            />
          );
        })}
    </EntityInfoCard>
  );
}
