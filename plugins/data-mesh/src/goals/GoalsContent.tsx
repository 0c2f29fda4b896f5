import { useValueTree } from '../api';
import { Loading } from '../components/Loading';
import { PageError } from '../components/PageError';
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
    return <PageError error={error} onRetry={refetch} />;
  }
  return <Loading label={t('goals.loading')} lines={8} height={44} />;
}
