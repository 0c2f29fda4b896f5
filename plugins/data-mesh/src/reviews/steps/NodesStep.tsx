import { useLocation } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import {
  Review,
  ReviewAgenda,
  ReviewNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { GoalDialogs } from '../../goals/forms/GoalDialogs';
import { useGoalWords } from '../../goals/words';
import { useDataMeshTranslation } from '../../translation';
import { NodeScreen } from '../NodeScreen';
import { writePlace } from '../place';
import { useReviewStyles } from '../useReviewStyles';

/** The goals and bets that are due, one on a screen. */
export function NodesStep(props: {
  review: Review;
  agenda: ReviewAgenda;
  /** Id of the node that is talked about. */
  at: string | undefined;
  onGo: (id: string | undefined) => void;
}) {
  const { review, agenda, at, onGo } = props;
  const { nodes } = agenda;
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const words = useGoalWords();
  const { pathname } = useLocation();
  const left = nodes.filter(({ decided }) => !decided);
  const chosen = nodes.find(({ id }) => id === at) ?? left[0] ?? nodes[0];
  const next = left.find(({ id }) => id !== chosen?.id);
  if (!chosen) {
    return (
      <>
        <Typography variant="subtitle2" component="p">
          {t('reviews.nodes.nothing')}
        </Typography>
        <Typography variant="body2">
          {t('reviews.nodes.nothingText')}
        </Typography>
      </>
    );
  }
  return (
    <GoalDialogs
      onAdded={() => {}}
      onDeleted={() => {}}
      review={{
        id: review.id,
        participants: review.participants.map(({ ref }) => ref),
      }}
    >
      <div className={classes.columns}>
        <nav aria-label={t('reviews.nodes.list')}>
          <ol className={classes.list}>
            {nodes.map(node => (
              <li key={node.id}>
                <Link
                  to={`${pathname}${writePlace({
                    step: 'nodes',
                    at: node.id,
                  })}`}
                  aria-current={node === chosen ? 'true' : undefined}
                >
                  {node.decided
                    ? t('reviews.nodes.decided', {
                        title: node.title,
                        decision: words.decision(node.decided),
                      })
                    : node.title}
                </Link>
                <div className={classes.quiet}>
                  {[words.kind(node.kind), ...why(node)].join(' · ')}
                </div>
              </li>
            ))}
          </ol>
        </nav>
        <div>
          <NodeScreen
            key={chosen.id}
            id={chosen.id}
            isDecided={chosen.decided !== undefined}
            place={t('reviews.nodes.place', {
              at: String(nodes.indexOf(chosen) + 1),
              all: String(nodes.length),
            })}
          />
          {next && (
            <div className={classes.actions}>
              <Button size="small" onClick={() => onGo(next.id)}>
                {t('reviews.nodes.next')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </GoalDialogs>
  );

  function why(node: ReviewNode): string[] {
    return node.why.map(one =>
      t(`reviews.nodes.why.${one}`, { date: dateWords(node.reviewAt ?? '') }),
    );
  }
}
