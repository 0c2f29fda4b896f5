import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DataProductAccess } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { Fact, Facts } from '../../components/Facts';
import { SafeLink } from '../../components/SafeLink';
import { safeUrl } from '../../components/safeUrl';
import { ReadDialog } from '../../dialogs';
import { useDataMeshTranslation } from '../../translation';
import { linkTo } from './entityLinks';

const useStyles = makeStyles(theme => ({
  howTo: { whiteSpace: 'pre-line', marginBottom: theme.spacing(2) },
}));

/** How to get access where there is no form to link to. */
export function AccessDialog(props: {
  access: DataProductAccess;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { access, isOpen, onClose } = props;
  const classes = useStyles();
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const approver = linkTo(access.approver, entity, 'User');

  return (
    <ReadDialog
      title={t('product.access.how')}
      isOpen={isOpen}
      onClose={onClose}
    >
      <Typography className={classes.howTo}>
        {access.howTo ?? (approver ? t('product.access.noHowTo') : undefined)}
      </Typography>
      <Facts>
        {approver && (
          <Fact name={t('product.access.approver')}>
            <CatalogLink to={approver} />
          </Fact>
        )}
        {safeUrl(access.url) && (
          <Fact name={t('product.access.form')}>
            <SafeLink url={access.url}>{t('product.access.ask')}</SafeLink>
          </Fact>
        )}
      </Facts>
    </ReadDialog>
  );
}
