import { useId, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useLinkValueNode, useValueTree } from '../../api';
import { nameOf } from '../../products/useFacetTitle';
import { useFoundByRef } from '../../scaffolder/search/useFoundByRef';
import { useDataMeshTranslation } from '../../translation';
import { isLiving } from '../tree/attention';
import { shapeOf } from '../tree/shape';
import { FormDialog } from '../../dialogs';
import { NodePicker } from './NodePicker';

/** Links a data product to the initiative, bet or goal that it serves. */
export function LinkProductDialog(props: {
  productRef: string;
  onClose: (linkedTo?: string) => void;
}) {
  const { productRef, onClose } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  const nodes = useValueTree().data?.nodes ?? [];
  const product = useFoundByRef(productRef);
  const [nodeId, setNodeId] = useState<string>();
  const { send, isSending, error } = useLinkValueNode();
  const options = nodes.filter(
    node =>
      node.may.includes('link') &&
      isLiving(node) &&
      node.kind !== 'vision' &&
      node.products.every(({ ref }) => ref !== productRef),
  );
  return (
    <FormDialog
      title={t('goals.link.toNode', {
        product: product?.title ?? nameOf(productRef),
      })}
      saveLabel={t('goals.link.save')}
      canSave={nodeId !== undefined}
      isSending={isSending}
      error={error}
      onSave={() => {
        if (nodeId !== undefined) {
          send({ id: nodeId, link: { entityRef: productRef } }).then(
            () => onClose(nodeId),
            // Told in the dialog by `error`.
            () => {},
          );
        }
      }}
      onClose={() => onClose()}
    >
      {options.length > 0 ? (
        <NodePicker
          id={id}
          label={t('goals.link.node')}
          shape={shapeOf(nodes)}
          options={[...options].sort(
            (one, other) =>
              Number(other.kind === 'initiative') -
              Number(one.kind === 'initiative'),
          )}
          value={nodeId}
          help={t('goals.link.nodeHelp')}
          required
          onChange={setNodeId}
        />
      ) : (
        <Typography>{t('goals.link.noNode')}</Typography>
      )}
    </FormDialog>
  );
}
