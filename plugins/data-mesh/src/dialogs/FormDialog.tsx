import { FormEvent, ReactNode, useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog, { DialogProps } from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { useFieldStyles } from './useFieldStyles';

const useStyles = makeStyles(theme => ({
  // As the dialog itself: the fields scroll, title and buttons stay.
  form: { display: 'flex', flexDirection: 'column', minHeight: 0 },
  about: { color: theme.palette.text.secondary },
}));

/**
 * A form in a dialog. It stays, with all that was written, until it is saved
 * or left; a click beside it does not throw away what was written.
 */
export function FormDialog(props: {
  title: string;
  /** Sentences above the fields. */
  about?: readonly string[];
  /** The fields. */
  children: ReactNode;
  /** What came of it, in place of the form: see {@link DialogDone}. */
  done?: ReactNode;
  saveLabel?: string;
  savingLabel?: string;
  maxWidth?: DialogProps['maxWidth'];
  canSave: boolean;
  isSending: boolean;
  /** Why it could not be saved. */
  error?: Error;
  onSave: () => void;
  onClose: () => void;
}) {
  const { title, about = [], children, done, saveLabel, savingLabel } = props;
  const { maxWidth = 'sm', canSave, isSending, error, onSave, onClose } = props;
  const { t } = useDataMeshTranslation();
  const classes = { ...useFieldStyles(), ...useStyles() };
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSave && !isSending) {
      onSave();
    }
  };
  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        if (done || reason !== 'backdropClick') {
          onClose();
        }
      }}
      aria-labelledby={id}
      fullWidth
      maxWidth={maxWidth}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      {done || (
        <form className={classes.form} noValidate onSubmit={submit}>
          <DialogContent>
            {about.map(sentence => (
              <Typography
                key={sentence}
                variant="body2"
                className={classes.about}
              >
                {sentence}
              </Typography>
            ))}
            <div className={classes.fields}>{children}</div>
            {error && <SendError error={error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('dialogs.cancel')}</Button>
            <Button
              type="submit"
              color="primary"
              variant="contained"
              disabled={!canSave || isSending}
            >
              {isSending
                ? savingLabel ?? t('dialogs.saving')
                : saveLabel ?? t('dialogs.save')}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
