import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { LinkButton } from '@backstage/core-components';
import { useAnalytics } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  EntityLink,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { safeUrl } from '../../components/safeUrl';
import { useDataMeshTranslation } from '../../translation';
import { AccessDialog } from './AccessDialog';

/** The way to the data: a button, or the words that stand in for it. */
export function AccessAction(props: { owner: EntityLink | undefined }) {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const { t } = useDataMeshTranslation();
  const analytics = useAnalytics();
  const [isOpen, setOpen] = useState(false);
  const { access } = entity.spec;
  const url = safeUrl(access?.url);
  const isForAll = access?.default === 'open';

  if (url && !isForAll) {
    return (
      <LinkButton to={url} color="primary" variant="contained">
        {t('product.access.ask')}
      </LinkButton>
    );
  }
  if (access && (access.howTo || access.approver || url)) {
    return (
      <>
        {isForAll && (
          <Typography variant="body2">{t('product.access.open')}</Typography>
        )}
        <Button
          color="primary"
          variant={isForAll ? 'text' : 'contained'}
          aria-haspopup="dialog"
          onClick={() => {
            analytics.captureEvent('click', 'Ask for access');
            setOpen(true);
          }}
        >
          {t(isForAll ? 'product.access.how' : 'product.access.ask')}
        </Button>
        <AccessDialog
          access={access}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
        />
      </>
    );
  }
  if (isForAll) {
    return <Typography variant="body2">{t('product.access.open')}</Typography>;
  }
  return (
    <Typography variant="body2" color="textSecondary">
      {props.owner?.exists
        ? t('product.access.notWritten', {
            owner: <CatalogLink to={props.owner} />,
          })
        : t('product.access.notWrittenNobody')}
    </Typography>
  );
}
