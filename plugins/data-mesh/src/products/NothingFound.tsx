import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(4, 2) },
  clear: { marginTop: theme.spacing(2) },
}));

/** The list when text and filters leave nothing. */
export function NothingFound(props: { what: string; onClear: () => void }) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="h2">
        {t('products.empty.title')}
      </Typography>
      <Typography>{t('products.empty.text', { what: props.what })}</Typography>
      <Button
        className={classes.clear}
        variant="contained"
        color="primary"
        onClick={props.onClear}
      >
        {t('products.empty.clear')}
      </Button>
    </div>
  );
}
