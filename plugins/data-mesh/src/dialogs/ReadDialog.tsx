import { ReactNode, useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog, { DialogProps } from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useDataMeshTranslation } from '../translation';

/** A dialog with nothing to save: something to read or to copy. */
export function ReadDialog(props: {
  title: string;
  children: ReactNode;
  isOpen?: boolean;
  maxWidth?: DialogProps['maxWidth'];
  onClose: () => void;
}) {
  const { title, children, isOpen = true, maxWidth = 'sm', onClose } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      aria-labelledby={id}
      fullWidth
      maxWidth={maxWidth}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
      <DialogActions>
        <Button onClick={onClose} color="primary">
          {t('dialogs.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
