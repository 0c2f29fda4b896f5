import Typography from '@material-ui/core/Typography';
import { LinkButton } from '@backstage/core-components';
import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useReviewWords } from '../goals/tree/useNodeFacts';
import { useGoalsLink } from '../goals/useGoalsLink';
import { useGoalWords } from '../goals/words';
import { useDataMeshTranslation } from '../translation';
import { OfDomain } from './OfDomain';
import { useRowStyles } from './useRowStyles';

/** A bet that is to be decided on, and where that is done. */
export function BetRow(props: {
  bet: MyWork['bets'][number];
  /** The day that it was told to be due on. */
  today: string;
}) {
  const { bet, today } = props;
  const { id, title, state, domain, reviewAt, stopRule } = bet;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  const words = useGoalWords();
  const review = useReviewWords();
  const to = useGoalsLink()({ node: id });
  const stands = [
    state !== 'active' && words.state(state),
    reviewAt && review(reviewAt, today),
  ].filter(Boolean);

  return (
    <li className={classes.row}>
      <div>
        <span className={classes.kind}>{t('myWork.bet.kind')}</span>
        <Typography component="div">
          {t('myWork.bet.what', { title })}
        </Typography>
        <Typography variant="body2" component="div" className={classes.quiet}>
          {stands.join(' · ')}
          <OfDomain domain={domain} />
        </Typography>
        {stopRule && (
          <Typography variant="body2" className={classes.text}>
            <span className={classes.quiet}>{t('myWork.bet.stopRule')}: </span>
            {stopRule}
          </Typography>
        )}
      </div>
      {to && (
        <div className={classes.actions}>
          <LinkButton
            to={to}
            variant="outlined"
            color="primary"
            aria-label={t('myWork.bet.named', { title })}
          >
            {t('myWork.bet.decide')}
          </LinkButton>
        </div>
      )}
    </li>
  );
}
