import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { useDataMeshTranslation } from '../../translation';
import { LinkAside } from '../LinkAside';
import { useRested } from '../useRested';
import { useSimilarProducts } from './useSimilarProducts';

const shown = 3;

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
  list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
}));

/** Products that may be what somebody is about to make a second time. */
export function SimilarProducts(props: {
  name?: string;
  purpose: string;
  except?: string;
}) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const name = useRested(props.name, 500);
  const purpose = useRested(props.purpose.trim(), 500);
  const { data } = useSimilarProducts({ name, purpose, except: props.except });
  const similar = (data?.items ?? []).slice(0, shown);

  return (
    <div role="status" className={classes.root}>
      {similar.length > 0 && (
        <Alert severity="info">
          {t('scaffolder.purpose.similar')}
          <ul className={classes.list}>
            {similar.map(product => (
              <li key={product.ref}>
                <LinkAside to={product.ref} title={product.title} />
                {product.domain && ` (${product.domain.title})`}
                {product.purpose && (
                  <Typography variant="body2">{product.purpose}</Typography>
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
