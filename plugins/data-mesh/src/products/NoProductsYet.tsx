import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTemplateLink } from '../scaffolder/templates';
import { useDataMeshTranslation } from '../translation';

const docs =
  'https://github.com/backstage-data-mesh/backstage-data-mesh/blob/main/docs';

const steps = [
  { words: 'products.empty.describe', to: `${docs}/kind.md` },
  {
    words: 'products.empty.contract',
    to: 'https://bitol-io.github.io/open-data-contract-standard/',
  },
  { words: 'products.empty.register', to: `${docs}/install.md` },
] as const;

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(4, 2) },
}));

/** The list of a mesh that has no product: how to get to the first. */
export function NoProductsYet() {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const template = useTemplateLink('new-data-product');
  const count = steps.length + (template ? 1 : 0);
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="h2">
        {t('products.empty.none')}
      </Typography>
      <Typography>{t('products.empty.noneText', { count })}</Typography>
      <Typography component="ol">
        {template && (
          <li>
            <Link to={template}>{t('products.empty.template')}</Link>
          </li>
        )}
        {steps.map(({ words, to }) => (
          <li key={words}>
            <Link to={to}>{t(words)}</Link>
          </li>
        ))}
      </Typography>
    </div>
  );
}
