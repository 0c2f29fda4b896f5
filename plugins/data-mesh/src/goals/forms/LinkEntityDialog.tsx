import { useId, useState } from 'react';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useLinkValueNode } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { EntityInput } from './EntityInput';
import { FormDialog } from '../../dialogs';

const kinds = { product: ['DataProduct'], component: ['Component'] };

/** Links a data product or a component to a node. */
export function LinkEntityDialog(props: {
  node: ValueNode;
  kind: 'product' | 'component';
  onClose: () => void;
}) {
  const { kind, onClose } = props;
  const { node } = props.node;
  const { t } = useDataMeshTranslation();
  const id = useId();
  const [ref, setRef] = useState('');
  const { send, isSending, error } = useLinkValueNode();
  return (
    <FormDialog
      title={t(`goals.link.${kind}`, { node: node.title })}
      saveLabel={t('goals.link.save')}
      canSave={ref !== ''}
      isSending={isSending}
      error={error}
      onSave={() =>
        // Told in the dialog by `error`.
        void send({ id: node.id, link: { entityRef: ref } }).then(
          onClose,
          () => {},
        )
      }
      onClose={onClose}
    >
      <EntityInput
        id={id}
        label={t(`goals.link.${kind}Label`)}
        kinds={kinds[kind]}
        value={ref}
        help={t(`goals.link.${kind}Help`)}
        required
        onChange={setRef}
      />
    </FormDialog>
  );
}
