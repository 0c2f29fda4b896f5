import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { CopyableText } from '../components/CopyableText';
import { domainAnnotation } from '../entity/domain/domainPeople';
import { useProductsLink } from '../products/useProductsLink';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(4, 2),
  },
}));

/** How a first domain comes to take part. */
export function NoDomainsYet(props: { others: number }) {
  const { others } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const products = useProductsLink()({});
  const yaml = `metadata:\n  annotations:\n    ${domainAnnotation.participates}: 'true'`;
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="h2">
        {t('domains.empty.title')}
      </Typography>
      <Typography>{t('domains.empty.text')}</Typography>
      <CopyableText text={yaml} copyLabel={t('domains.empty.copy')} />
      {others > 0 && (
        <Typography>{t('domains.empty.others', { count: others })}</Typography>
      )}
      {products && <Link to={products}>{t('domains.empty.products')}</Link>}
    </div>
  );
}
