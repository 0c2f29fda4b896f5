import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useDataMeshTranslation } from '../translation';
import { isForbidden, sentenceOf } from './errors';

/** Says why something is not there, and what can be done about it. */
export function LoadError(props: {
  error: Error;
  onRetry: () => void;
  retryLabel?: string;
}) {
  const { error, onRetry, retryLabel } = props;
  const { t } = useDataMeshTranslation();

  if (isForbidden(error)) {
    return (
      <Alert severity="info">
        <AlertTitle>{t('components.forbidden.title')}</AlertTitle>
        {t('components.forbidden.text')}
      </Alert>
    );
  }
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {retryLabel ?? t('components.tryAgain')}
        </Button>
      }
    >
      <AlertTitle>{t('components.loadFailed')}</AlertTitle>
      {sentenceOf(error)}
    </Alert>
  );
}
