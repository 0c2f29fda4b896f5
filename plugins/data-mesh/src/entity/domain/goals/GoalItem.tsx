import { Fragment } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useOutline } from '../../../api';
import { CatalogLink } from '../../../components/CatalogLink';
import { CheckInButton, MeasureLine } from '../../../goals/measures';
import { NodeLink } from '../../../goals/NodeLink';
import { useReviewWords } from '../../../goals/tree/useNodeFacts';
import { useGoalWords } from '../../../goals/words';
import { useResultWords } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';
import { DomainGoal } from './goalsOf';

const useStyles = makeStyles(theme => ({
  root: {
    '& + &': {
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: 'bold' },
  quiet: { color: theme.palette.text.secondary },
  bets: { margin: theme.spacing(0.5, 0), padding: 0, listStyle: 'none' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '&:empty': { display: 'none' },
  },
  // Not by colour alone: these links stand amid other text
  links: { '& a': { textDecoration: 'underline' } },
}));

/** A goal with its measure, its bets and what holds it back. */
export function GoalItem(props: { goal: DomainGoal; today: string }) {
  const { goal, today } = props;
  const { node, bets, heldBackBy } = goal;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  return (
    <li className={classes.root}>
      <Typography className={classes.title} component="h4" variant="body1">
        <NodeLink node={node} />
        {node.state !== 'active' && (
          <span className={classes.quiet}> ({words.state(node.state)})</span>
        )}
      </Typography>
      {node.primary ? (
        <MeasureLine measure={node.primary} />
      ) : (
        <Typography variant="body2" className={classes.quiet}>
          {t('domainGoals.noMeasure')}
        </Typography>
      )}
      {bets.length > 0 && (
        <ul
          className={classes.bets}
          aria-label={t('domainGoals.bets', { goal: node.title })}
        >
          {bets.map(bet => (
            <Typography key={bet.id} variant="body2" component="li">
              <Bet bet={bet} today={today} />
            </Typography>
          ))}
        </ul>
      )}
      {heldBackBy.length > 0 && <HeldBack products={heldBackBy} />}
      <div className={classes.actions}>
        {node.primary && (
          <CheckInButton measure={node.primary} nodeTitle={node.title} />
        )}
      </div>
    </li>
  );
}

function Bet({ bet, today }: { bet: TreeNode; today: string }) {
  const { state, stance, reviewAt } = bet;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const review = useReviewWords();
  const facts = [
    state !== 'active' && words.state(state),
    reviewAt ? review(reviewAt, today) : t('domainGoals.noReview'),
  ].filter(Boolean);
  return (
    <>
      <span className={classes.quiet}>
        {stance
          ? t('domainGoals.betStance', { stance: words.stance(stance) })
          : t('domainGoals.bet')}
        :{' '}
      </span>
      <NodeLink node={bet} />
      <span className={classes.quiet}> · {facts.join(' · ')}</span>
    </>
  );
}

function HeldBack({ products }: { products: DomainGoal['heldBackBy'] }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const { level: levelWord } = useResultWords();
  const outline = useOutline('data-product-maturity', 'DataProduct');
  return (
    <Typography variant="body2" className={classes.links}>
      <span className={classes.quiet}>{t('domainGoals.heldBack')}: </span>
      {products.map((product, index) => (
        <Fragment key={product.ref}>
          {index > 0 && ', '}
          {t('domainGoals.heldBackBy', {
            product: <CatalogLink key="product" to={product} />,
            level: levelWord(outline, product.level ?? 0),
            target: levelWord(outline, product.target ?? 0),
          })}
        </Fragment>
      ))}
    </Typography>
  );
}
