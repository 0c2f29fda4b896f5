import { useId, useMemo } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { GoalsView, isFiltered } from '../view';
import { attentionOf, Group } from './attentionOf';
import { SubjectItem } from './SubjectItem';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), display: 'grid', gap: theme.spacing(3) },
  list: {
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    // Of thousands, what is out of sight is not laid out
    '& > li': {
      borderTop: `1px solid ${theme.palette.divider}`,
      padding: theme.spacing(1, 0),
      contentVisibility: 'auto',
      containIntrinsicSize: 'auto 4rem',
    },
  },
  empty: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  good: { color: theme.palette.success.main },
}));

/** What in the tree deserves a look, by what is to be done about it. */
export function AttentionList(props: { tree: ValueTree; view: GoalsView }) {
  const { tree, view } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const groups = useMemo(() => attentionOf(tree, view), [tree, view]);
  const count = groups.reduce((sum, { subjects }) => sum + subjects.length, 0);

  return (
    <Paper
      component="section"
      aria-label={t('goals.attention.label')}
      className={classes.root}
    >
      <Typography role="status" className={classes.empty}>
        {count === 0 && (
          <CheckCircleOutline aria-hidden className={classes.good} />
        )}
        {count > 0
          ? t('goals.attention.count', { count })
          : t(
              isFiltered({ ...view, attention: false })
                ? 'goals.attention.nothingHere'
                : 'goals.attention.nothing',
            )}
      </Typography>
      {groups.map(group => (
        <TodoSection key={group.todo} group={group} />
      ))}
    </Paper>
  );
}

function TodoSection({ group: { todo, subjects } }: { group: Group }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h6" component="h2">
        {t(`goals.attention.todo.${todo}`)} ({subjects.length})
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t(`goals.attention.why.${todo}`)}
      </Typography>
      <ul className={classes.list} aria-labelledby={id}>
        {subjects.map(subject => (
          <li key={subject.node?.id ?? subject.entity?.ref}>
            <SubjectItem subject={subject} />
          </li>
        ))}
      </ul>
    </section>
  );
}
