import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { nameOf } from '../products/useFacetTitle';
import { useDataMeshTranslation } from '../translation';
import { GoalsView } from './view';
import { useGoalWords } from './words';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2) },
  clear: { marginTop: theme.spacing(2) },
}));

/** The tree when the filters leave nothing: what was asked for, the way back. */
export function NothingFits(props: {
  nodes: readonly TreeNode[];
  view: GoalsView;
  onClear: () => void;
}) {
  const { nodes, view, onClear } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const words = useGoalWords();
  const titles = new Map(
    nodes
      .flatMap(({ domain, owner }) => [domain, owner])
      .map(link => [link?.ref, link?.title]),
  );
  const titleOf = (ref: string) => titles.get(ref) ?? nameOf(ref);
  const asked = [
    ...view.domains.map(ref =>
      t('goals.nothing.domain', {
        value: ref ? titleOf(ref) : t('goals.filters.noDomain'),
      }),
    ),
    ...view.owners.map(ref =>
      t('goals.nothing.owner', {
        value: ref ? titleOf(ref) : t('goals.filters.noOwner'),
      }),
    ),
    ...view.states.map(state =>
      t('goals.nothing.state', { value: words.state(state) }),
    ),
    ...view.stances.map(stance =>
      t('goals.nothing.stance', { value: words.stance(stance) }),
    ),
    ...(view.attention ? [t('goals.nothing.attention')] : []),
  ].join(', ');
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="h2">
        {t('goals.nothing.title')}
      </Typography>
      <Typography>{t('goals.nothing.text', { asked })}</Typography>
      <Button
        className={classes.clear}
        variant="contained"
        color="primary"
        onClick={onClear}
      >
        {t('goals.nothing.clear')}
      </Button>
    </div>
  );
}
