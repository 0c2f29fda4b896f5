import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useAnswer } from '../../api';
import type { ProfilePoint } from '../../components/charts/ProfileRadar';
import { FormDialog } from '../../dialogs';
import { useDataMeshTranslation } from '../../translation';

/** The evidence key that holds where a domain wants to be. */
const ASPIRATION = 'profile.aspiration';

const useStyles = makeStyles(theme => ({
  levels: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))',
    columnGap: theme.spacing(2),
  },
}));

/** Where the domain wants to be, in each dimension. */
export function AspirationDialog(props: {
  domain: EntityLink;
  points: ProfilePoint[];
  levels: readonly string[];
  onClose: () => void;
}) {
  const { domain, points, levels, onClose } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  const { send, isSending, error } = useAnswer();
  // Whoever has not said so yet starts from where the domain is.
  const [wanted, setWanted] = useState<Record<string, number>>(() =>
    Object.fromEntries(
      points.map(({ id: key, now, want }) => [key, want ?? now]),
    ),
  );

  const save = () =>
    send({ entityRef: domain.ref, key: ASPIRATION, value: wanted }).then(
      onClose,
      // Told in the dialog by `error`.
      () => {},
    );
  return (
    <FormDialog
      title={t('domain.aspiration.title', { domain: domain.title })}
      about={[t('domain.aspiration.intro')]}
      maxWidth="sm"
      canSave
      isSending={isSending}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      <div className={classes.levels}>
        {points.map(point => (
          <TextField
            key={point.id}
            id={`${id}-${point.id}`}
            select
            SelectProps={{ native: true }}
            variant="outlined"
            margin="dense"
            label={point.title}
            value={wanted[point.id]}
            onChange={({ target }) =>
              setWanted({ ...wanted, [point.id]: Number(target.value) })
            }
          >
            {levels.map((words, level) => (
              <option key={words} value={level}>
                {t('domain.aspiration.level', {
                  level: String(level),
                  words,
                })}
              </option>
            ))}
          </TextField>
        ))}
      </div>
    </FormDialog>
  );
}
