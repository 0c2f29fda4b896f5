import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DataProductAccess } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { Fact, Facts } from '../../components/Facts';
import { SafeLink } from '../../components/SafeLink';
import { safeUrl } from '../../components/safeUrl';
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
  const titleId = useId();
  const approver = linkTo(access.approver, entity, 'User');

  return (
    <Dialog open={isOpen} onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('product.access.how')}</DialogTitle>
      <DialogContent>
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
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} color="primary">
          {t('product.access.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
