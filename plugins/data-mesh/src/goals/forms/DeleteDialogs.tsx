import Typography from '@material-ui/core/Typography';
import {
  Measure,
  NodeKind,
  nodeKinds,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDeleteMeasure, useDeleteValueNode, useValueTree } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { below, shapeOf } from '../tree/shape';
import { FormDialog } from '../../dialogs';
import { Stale, useNow } from './Stale';

/** Takes a node away, after telling what goes with it. */
export function DeleteNodeDialog(props: {
  node: ValueNode;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { onClose, onDeleted } = props;
  const { t } = useDataMeshTranslation();
  const { send, isSending, error } = useDeleteValueNode();
  const { now, isStale } = useNow(props.node, error);
  const { node, measures } = now;
  const tree = useValueTree().data;
  const lost = tree ? below(shapeOf(tree.nodes), node.id) : [];
  const count = (kind: NodeKind) =>
    lost.filter(one => one.kind === kind).length;
  const kinds = nodeKinds.filter(kind => count(kind) > 0);

  return (
    <FormDialog
      title={t('goals.delete.title', { node: node.title })}
      saveLabel={t('goals.delete.save')}
      canSave
      isSending={isSending}
      error={error}
      onSave={() =>
        void send({ id: node.id, version: node.version }).then(
          onDeleted,
          // Told in the dialog by `error`.
          () => {},
        )
      }
      onClose={onClose}
    >
      {isStale && <Stale />}
      {kinds.length > 0 || measures.length > 0 ? (
        <div>
          <Typography>{t('goals.delete.with')}</Typography>
          <ul>
            {kinds.map(kind => (
              <li key={kind}>
                {t(`goals.delete.count.${kind}`, { count: count(kind) })}
              </li>
            ))}
            {measures.length > 0 && (
              <li>
                {t('goals.delete.count.measure', { count: measures.length })}
              </li>
            )}
          </ul>
        </div>
      ) : (
        <Typography>{t('goals.delete.alone')}</Typography>
      )}
      <Typography>{t('goals.delete.kept')}</Typography>
    </FormDialog>
  );
}

/** Takes a measure away. */
export function DeleteMeasureDialog(props: {
  measure: Measure;
  onClose: () => void;
}) {
  const { measure, onClose } = props;
  const { t } = useDataMeshTranslation();
  const { send, isSending, error } = useDeleteMeasure();
  return (
    <FormDialog
      title={t('goals.delete.title', { node: measure.name })}
      saveLabel={t('goals.delete.save')}
      canSave
      isSending={isSending}
      error={error}
      onSave={() =>
        void send({ id: measure.id, version: measure.version }).then(
          onClose,
          // Told in the dialog by `error`.
          () => {},
        )
      }
      onClose={onClose}
    >
      <Typography>{t('goals.delete.measure')}</Typography>
    </FormDialog>
  );
}
