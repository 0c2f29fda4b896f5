import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useDataMeshTranslation } from '../translation';

/** The list of a portal that has the pages but not the backend. */
export function NoBackend() {
  const { t } = useDataMeshTranslation();
  return (
    <Alert severity="info">
      <AlertTitle>{t('products.noBackend.title')}</AlertTitle>
      {t('products.noBackend.text')}
    </Alert>
  );
}
