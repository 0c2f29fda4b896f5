import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Add from '@material-ui/icons/Add';
import { LinkButton } from '@backstage/core-components';
import {
  DomainRow,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../../components/CatalogLink';
import { Fold } from '../../../components/Fold';
import { NodeLink } from '../../../goals/NodeLink';
import { useGoalsLink } from '../../../goals/useGoalsLink';
import { useGoalWords } from '../../../goals/words';
import { StartReviewButton } from '../../../reviews';
import { useDataMeshTranslation } from '../../../translation';
import { GoalItem } from './GoalItem';
import { goalsOf } from './goalsOf';
import { LookAtFirst } from './LookAtFirst';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** What is known of the goals of a domain, or how it comes to its first. */
export function GoalsOfDomain(props: {
  domain: string;
  title: string;
  tree: ValueTree;
  /** Who answers for the domain. */
  row: DomainRow | undefined;
}) {
  const { domain, title, tree, row } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const { living, closed, hints } = goalsOf(tree, domain);
  const goalsLink = useGoalsLink();
  const mayAdd = tree.mayAdd.includes('goal');
  const toAdd = mayAdd ? goalsLink({ domain, add: 'goal' }) : undefined;

  return (
    <>
      {living.length === 0 && noGoal()}
      {/* What leads to no goal is no news where there is none */}
      {living.length + closed.length > 0 && (
        <LookAtFirst domain={domain} hints={hints} />
      )}
      {living.length > 0 && (
        <ul
          className={classes.list}
          aria-label={t('domainGoals.list', { domain: title })}
        >
          {living.map(goal => (
            <GoalItem key={goal.node.id} goal={goal} today={tree.day} />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <Fold label={t('domainGoals.closed', { count: closed.length })}>
          {closed.map(node => (
            <Typography key={node.id} variant="body2">
              <NodeLink node={node} /> ({words.state(node.state)})
            </Typography>
          ))}
        </Fold>
      )}
      <div className={classes.acts}>
        {toAdd && (
          <LinkButton
            to={toAdd}
            size="small"
            color="primary"
            startIcon={<Add aria-hidden />}
          >
            {t('domainGoals.write')}
          </LinkButton>
        )}
        <StartReviewButton domain={domain} />
      </div>
    </>
  );

  function noGoal(): ReactNode {
    const person = [row?.domainOwner, row?.dataLead].find(one => one?.exists);
    return (
      <>
        <Typography variant="subtitle2" component="p">
          {t('domainGoals.none')}
        </Typography>
        <Typography variant="body2" gutterBottom>
          {t('domainGoals.noneText')}
        </Typography>
        {!mayAdd && (
          <Typography variant="body2" color="textSecondary">
            {person
              ? t('domainGoals.noneAsk', {
                  person: <CatalogLink key="person" to={person} />,
                })
              : t('domainGoals.noneAskSomebody')}
          </Typography>
        )}
      </>
    );
  }
}
