import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useProducts } from '../api';
import { NoProductsYet } from '../products/NoProductsYet';
import { useProductsLink } from '../products/useProductsLink';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(3, 2), marginBottom: theme.spacing(3) },
}));

/** Nothing is to do; in a mesh without products, where to start. */
export function NothingWaits() {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const link = useProductsLink()({});
  const { data } = useProducts({ limit: 1 });
  return (
    <>
      <Paper className={classes.root}>
        <Typography variant="h6" component="h2">
          {t('myWork.nothing.title')}
        </Typography>
        <Typography>{t('myWork.nothing.text')}</Typography>
        {link && data && data.all > 0 && (
          <Link to={link}>{t('myWork.nothing.products')}</Link>
        )}
      </Paper>
      {data?.all === 0 && (
        <Paper>
          <NoProductsYet />
        </Paper>
      )}
    </>
  );
}
