import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useValueNode } from '../api';
import { LoadError } from '../components/LoadError';
import { Loading } from '../components/Loading';
import { useGoalDialogs } from '../goals/forms/GoalDialogs';
import { NodeLink } from '../goals/NodeLink';
import { NodeAbout } from '../goals/panel/NodeAbout';
import { NodeDecisions } from '../goals/panel/NodeDecisions';
import { NodeHints } from '../goals/panel/NodeHints';
import { NodeMeasures } from '../goals/panel/NodeMeasures';
import { useGoalWords } from '../goals/words';
import { today } from '../components/today';
import { useDataMeshTranslation } from '../translation';
import { useReviewStyles } from './useReviewStyles';

/** One goal or bet with its evidence, and the way to decide on it. */
export function NodeScreen(props: {
  id: string;
  isDecided: boolean;
  /** Such as “2 of 5”. */
  place: string;
}) {
  const { isDecided, place } = props;
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const words = useGoalWords();
  const open = useGoalDialogs();
  const id = useId();
  const { data, error, refetch } = useValueNode(props.id);
  if (!data) {
    return error ? (
      <LoadError error={error} onRetry={refetch} />
    ) : (
      <Loading label={t('goals.panel.loading')} lines={1} height={220} />
    );
  }
  const { node } = data;
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h6" component="h4">
        <NodeLink node={node} />
      </Typography>
      <Typography variant="body2" className={classes.quiet} gutterBottom>
        {words.kind(node.kind)} · {place}
      </Typography>
      {node.may.includes('decide') ? (
        <Button
          variant="contained"
          color="primary"
          onClick={() => open({ act: 'decide', node: data })}
        >
          {t(isDecided ? 'reviews.nodes.decideAnew' : 'reviews.nodes.decide')}
        </Button>
      ) : (
        <Typography variant="body2">{t('reviews.nodes.mayNot')}</Typography>
      )}
      <NodeMeasures node={data} />
      <NodeHints node={data} />
      <NodeDecisions node={data} />
      <NodeAbout node={data} today={today()} />
    </section>
  );
}
