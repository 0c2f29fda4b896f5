import { ReactNode, useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import Typography from '@material-ui/core/Typography';
import { useDataMeshTranslation } from '../translation';

/** The last page of a dialog: what came of it, and the way out. */
export function DialogDone(props: {
  children: ReactNode;
  onClose: () => void;
}) {
  const { children, onClose } = props;
  const { t } = useDataMeshTranslation();
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <DialogContent>
        <Typography role="status">{children}</Typography>
      </DialogContent>
      <DialogActions>
        <Button ref={button} onClick={onClose} color="primary">
          {t('dialogs.close')}
        </Button>
      </DialogActions>
    </>
  );
}
