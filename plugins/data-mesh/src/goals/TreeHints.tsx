import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Hint } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../components/Fold';
import { useDataMeshTranslation } from '../translation';
import { HintItem } from './words';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 2), marginTop: theme.spacing(2) },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
  },
}));

/** What deserves a look besides the nodes: products and domains. */
export function TreeHints(props: { hints: readonly Hint[] }) {
  const { hints } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (hints.length === 0) {
    return null;
  }
  return (
    <Paper
      component="section"
      aria-label={t('goals.besides.label')}
      className={classes.root}
    >
      <Fold label={t('goals.besides.title', { count: hints.length })}>
        <ul className={classes.list}>
          {hints.map((hint, index) => (
            <li key={`${hint.code} ${hint.product?.ref ?? index}`}>
              <HintItem hint={hint} />
            </li>
          ))}
        </ul>
      </Fold>
    </Paper>
  );
}
