import Skeleton from '@material-ui/lab/Skeleton';
import { useValueTree } from '../api';
import { isWithoutBackend } from '../components/errors';
import { LoadError } from '../components/LoadError';
import { NoBackend } from '../products/NoBackend';
import { useDataMeshTranslation } from '../translation';
import { AddressedForm } from './forms/AddressedForm';
import { GoalDialogs } from './forms/GoalDialogs';
import { Goals } from './Goals';
import { NoGoalsYet } from './NoGoalsYet';
import { NodePanel } from './panel/NodePanel';
import { useGoalsView } from './useGoalsView';

/** The tab Goals: the value tree, and all that is known of its nodes. */
export function GoalsContent() {
  const { t } = useDataMeshTranslation();
  const { view, change } = useGoalsView();
  const { data, error, refetch } = useValueTree();

  if (data) {
    return (
      <GoalDialogs
        onAdded={node => change({ node })}
        onDeleted={() => change({ node: undefined })}
      >
        {data.nodes.length ? (
          <Goals tree={data} view={view} onChange={change} />
        ) : (
          <NoGoalsYet tree={data} />
        )}
        <NodePanel
          id={view.node}
          today={data.day}
          onClose={() => change({ node: undefined })}
        />
        {(view.add || view.product) && (
          <AddressedForm tree={data} view={view} onChange={change} />
        )}
      </GoalDialogs>
    );
  }
  if (error) {
    return isWithoutBackend(error) ? (
      <NoBackend />
    ) : (
      <LoadError error={error} onRetry={refetch} />
    );
  }
  return (
    <div role="status" aria-label={t('goals.loading')}>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} height={44} />
      ))}
    </div>
  );
}
