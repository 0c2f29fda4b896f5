import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { AddButton } from './AddButton';
import { useGoalDialogs } from './forms/GoalDialogs';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(4, 2),
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  example: {
    borderLeft: `3px solid ${theme.palette.divider}`,
    paddingLeft: theme.spacing(2),
  },
}));

/** How a first goal is written; for those who may not: who may. */
export function NoGoalsYet(props: { tree: ValueTree }) {
  const { tree } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const open = useGoalDialogs();
  const mayWrite = tree.mayAdd.includes('goal');
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="h2">
        {t(mayWrite ? 'goals.empty.title' : 'goals.empty.titleReader')}
      </Typography>
      <Typography>{t('goals.empty.text')}</Typography>
      <div className={classes.example}>
        <Typography variant="body2">{t('goals.empty.exampleGoal')}</Typography>
        <Typography variant="body2" color="textSecondary">
          {t('goals.empty.exampleMeasure')}
        </Typography>
      </div>
      {mayWrite ? (
        <div className={classes.actions}>
          <Button
            variant="contained"
            color="primary"
            onClick={() => open({ act: 'add', kind: 'goal' })}
          >
            {t('goals.empty.write')}
          </Button>
          <AddButton tree={tree} />
        </div>
      ) : (
        <Typography>{t('goals.empty.whoMay')}</Typography>
      )}
    </div>
  );
}
