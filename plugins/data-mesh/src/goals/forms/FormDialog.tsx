import { FormEvent, ReactNode, useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { SendError } from '../../results';
import { useDialogStyles } from '../../results/dialogs';
import { useDataMeshTranslation } from '../../translation';

const useStyles = makeStyles({
  // As the dialog itself: the fields scroll, title and buttons stay.
  form: { display: 'flex', flexDirection: 'column', minHeight: 0 },
});

/**
 * A form in a dialog. It stays, with all that was written, until it is saved
 * or left; a click beside it does not throw away what was written.
 */
export function FormDialog(props: {
  title: string;
  children: ReactNode;
  saveLabel?: string;
  canSave: boolean;
  isSending: boolean;
  error?: Error;
  onSave: () => void;
  onClose: () => void;
}) {
  const { title, children, saveLabel, canSave, isSending, error } = props;
  const { onSave, onClose } = props;
  const { t } = useDataMeshTranslation();
  const classes = { ...useDialogStyles(), ...useStyles() };
  const id = useId();
  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        if (reason !== 'backdropClick') {
          onClose();
        }
      }}
      aria-labelledby={id}
      fullWidth
      maxWidth="md"
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (canSave && !isSending) {
            onSave();
          }
        }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <div className={classes.fields}>{children}</div>
          {error && <SendError error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('goals.form.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!canSave || isSending}
          >
            {isSending
              ? t('goals.form.saving')
              : saveLabel ?? t('goals.form.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
