import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from '@backstage/core-components';
import { ValueTreeDocumentStatus } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useValueTreeDocuments } from '../../api';
import { docs } from '../../components/docs';
import { isForbidden } from '../../components/errors';
import { LoadError } from '../../components/LoadError';
import { useDataMeshTranslation } from '../../translation';
import { Part } from '../Part';
import { DocumentItem } from './DocumentItem';
import { ExportTree } from './ExportTree';
import { TryDocument } from './TryDocument';
import { useDocumentStyles } from './useDocumentStyles';

/** The documents that the value tree is read from, and the way to write one. */
export function GoalsFromGit() {
  const { t } = useDataMeshTranslation();
  return (
    <Part title={t('setUp.documents.title')}>
      <Documents />
      <ExportTree />
    </Part>
  );
}

function Documents() {
  const { t } = useDataMeshTranslation();
  const { data, error, refetch } = useValueTreeDocuments();
  if (data) {
    return (
      <>
        <DocumentList items={data.items} />
        <TryDocument documents={data.items} />
      </>
    );
  }
  if (error && isForbidden(error)) {
    return (
      <Said more={`${docs}/permissions.md#goals`}>
        {t('setUp.documents.notYours')}
      </Said>
    );
  }
  return error ? (
    <LoadError error={error} onRetry={refetch} />
  ) : (
    <div role="status" aria-label={t('setUp.documents.loading')}>
      <Skeleton variant="rect" height={60} />
    </div>
  );
}

function DocumentList(props: { items: ValueTreeDocumentStatus[] }) {
  const { t } = useDataMeshTranslation();
  const classes = useDocumentStyles();
  return props.items.length > 0 ? (
    <ul className={classes.list}>
      {props.items.map(document => (
        <li key={document.id} className={classes.item}>
          <DocumentItem document={document} />
        </li>
      ))}
    </ul>
  ) : (
    <Said more={`${docs}/goals-in-git.md`}>{t('setUp.documents.none')}</Said>
  );
}

function Said(props: { children: ReactNode; more: string }) {
  const { t } = useDataMeshTranslation();
  return (
    <Typography variant="body2" gutterBottom>
      {props.children}{' '}
      <Link to={props.more} underline="always">
        {t('setUp.documents.more')}
      </Link>
    </Typography>
  );
}
