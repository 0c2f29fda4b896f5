import { FormEvent, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useAnswer } from '../../api';
import type { ProfilePoint } from '../../components/charts/ProfileRadar';
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

  const save = (event: FormEvent) => {
    event.preventDefault();
    send({ entityRef: domain.ref, key: ASPIRATION, value: wanted }).then(
      onClose,
      // The dialog stays and tells what went wrong.
      () => {},
    );
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth>
      <form onSubmit={save}>
        <DialogTitle id={id}>
          {t('domain.aspiration.title', { domain: domain.title })}
        </DialogTitle>
        <DialogContent>
          <Typography variant="body2" gutterBottom>
            {t('domain.aspiration.intro')}
          </Typography>
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
          {error && (
            <Alert severity="error">
              {t('domain.aspiration.failed')}: {error.message}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('domain.aspiration.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={isSending}
          >
            {t(
              isSending ? 'domain.aspiration.saving' : 'domain.aspiration.save',
            )}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
