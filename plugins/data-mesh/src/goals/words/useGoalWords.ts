import {
  CheckIn,
  DecisionType,
  Measure,
  MeasureStatus,
  NodeKind,
  NodeState,
  Stance,
  Standing,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';

/** The words of the value tree, as {@link useGoalWords} gives them. */
export interface GoalWords {
  /** A measure that is to be kept in a range is not on course but holding. */
  status: (status: MeasureStatus, direction?: Measure['direction']) => string;
  trend: (trend: Standing['trend']) => string | undefined;
  kind: (kind: NodeKind) => string;
  state: (state: NodeState) => string;
  stance: (stance: Stance) => string;
  decision: (type: DecisionType) => string;
  class: (of: Measure['class']) => string;
  timing: (timing: Measure['timing']) => string;
  direction: (direction: Measure['direction']) => string;
  confidence: (confidence: NonNullable<CheckIn['confidence']>) => string;
}

/** What states, statuses and the like are called on the screen. */
export function useGoalWords(): GoalWords {
  const { t } = useDataMeshTranslation();
  return {
    status: (status, direction) =>
      status === 'on-track' && direction === 'keep-in-range'
        ? t('goalWords.status.holding')
        : t(`goalWords.status.${status}`),
    trend: trend => trend && t(`goalWords.trend.${trend}`),
    kind: kind => t(`goalWords.kind.${kind}`),
    state: state => t(`goalWords.state.${state}`),
    stance: stance => t(`goalWords.stance.${stance}`),
    decision: type => t(`goalWords.decision.${type}`),
    class: of => t(`goalWords.class.${of}`),
    timing: timing => t(`goalWords.timing.${timing}`),
    direction: direction => t(`goalWords.direction.${direction}`),
    confidence: confidence => t(`goalWords.confidence.${confidence}`),
  };
}
