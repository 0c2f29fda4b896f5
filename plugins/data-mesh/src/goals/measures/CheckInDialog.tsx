import { FormEvent, useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CheckInResponse } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { SendError } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { CheckInFields } from './CheckInFields';
import { amountWords } from './numbers';
import { ReadingThere } from './ReadingThere';
import { MeasureToRead, useReading } from './useReading';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary },
}));

/**
 * Takes in a reading of a measure.
 *
 * @param props.onClose - with what was saved, if anything was
 */
export function CheckInDialog(props: {
  measure: MeasureToRead;
  /** Of the node that it measures. */
  nodeTitle: string;
  onClose: (saved?: CheckInResponse) => void;
}) {
  const { measure, nodeTitle, onClose } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const id = useId();
  const reading = useReading(measure, onClose);
  const { form, faults, there, canSend, isSending, error } = reading;
  const { current } = measure.standing;

  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        // A click beside it does not throw away what was typed.
        if (reason !== 'backdropClick') {
          onClose();
        }
      }}
      aria-labelledby={id}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={id}>
        {t('measures.checkIn.title', { measure: measure.name })}
      </DialogTitle>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          reading.save();
        }}
      >
        <DialogContent>
          <Typography variant="body2" className={classes.quiet}>
            {t('measures.checkIn.about', { node: nodeTitle })}
          </Typography>
          {current && (
            <Typography variant="body2" className={classes.quiet}>
              {t('measures.checkIn.last', {
                value: amountWords(current.value, measure.unit),
                date: dateWords(current.date),
              })}
            </Typography>
          )}
          <CheckInFields
            measure={measure}
            form={form}
            faults={faults}
            onChange={reading.change}
          />
          {there && (
            <ReadingThere
              checkIn={there}
              measure={measure}
              isSending={isSending}
              onReplace={() => reading.save(there.id)}
            />
          )}
          {error && <SendError error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => onClose()}>
            {t('measures.checkIn.cancel')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!canSend}
          >
            {t(isSending ? 'measures.checkIn.saving' : 'measures.checkIn.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
