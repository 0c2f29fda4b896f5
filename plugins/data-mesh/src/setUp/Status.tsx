import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { ProjectionStatus } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { Part } from './Part';
import { useTimeWords } from './useTimeWords';

/** How far what is served follows the catalog. */
export function Status({ status }: { status: ProjectionStatus }) {
  const { t } = useDataMeshTranslation();
  const { ago } = useTimeWords();
  const { lastCompleteAt, details } = status;
  const pass = details?.lastPass;
  const kinds = Object.entries(details?.subjects ?? {})
    .map(([kind, count]) => `${count} ${nameOfKind(kind)}`)
    .join(', ');
  return (
    <Part title={t('setUp.status.title')}>
      {pass && pass.outcome !== 'complete' && (
        <Alert severity="warning">
          {t(`setUp.status.${pass.outcome}`, { reason: pass.reason ?? '' })}
        </Alert>
      )}
      <Typography variant="body2" component="ul">
        <li>
          {lastCompleteAt
            ? t('setUp.status.complete', { ago: ago(lastCompleteAt) })
            : t('setUp.status.never')}
        </li>
        {details && (
          <>
            <li>{t('setUp.status.subjects', { kinds })}</li>
            <li>{t('setUp.status.queue', { count: details.queue.length })}</li>
          </>
        )}
        {pass && (
          <li>
            {t('setUp.status.read', {
              read: String(pass.read),
              saved: String(pass.saved),
            })}
          </li>
        )}
      </Typography>
    </Part>
  );
}

/** Kinds are kept in lower case; people know them as catalog files have them. */
function nameOfKind(kind: string): string {
  const others: Record<string, string> = {
    api: 'API',
    dataproduct: 'DataProduct',
  };
  return (
    others[kind] ?? kind.charAt(0).toLocaleUpperCase('en-US') + kind.slice(1)
  );
}
