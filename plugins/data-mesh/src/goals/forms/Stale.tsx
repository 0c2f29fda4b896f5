import Alert from '@material-ui/lab/Alert';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useValueNode } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { isConflict } from './newest';

/**
 * A node as it is now while a dialog about it is open: when somebody else was
 * faster, it is asked for again and the dialog goes on from there.
 */
export function useNow(
  read: ValueNode,
  error: Error | undefined,
): { now: ValueNode; isStale: boolean } {
  const now = useValueNode(read.node.id).data ?? read;
  const isStale =
    error !== undefined &&
    isConflict(error) &&
    now.node.version !== read.node.version;
  return { now, isStale };
}

/** Says that a node is another now, and that what was written is kept. */
export function Stale() {
  const { t } = useDataMeshTranslation();
  return <Alert severity="warning">{t('goals.clash.stale')}</Alert>;
}
