import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dataMeshApiRef, useChangeValueNode } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { Clashes } from './Clashes';
import { FormDialog } from '../../dialogs';
import { newestNode } from './newest';
import {
  changesOf,
  draftOf,
  DraftValue,
  fieldsOf,
  NodeField,
} from './nodeDraft';
import { NodeInputs } from './NodeInputs';
import { useDraft } from './useDraft';
import { useFieldWords } from './useFieldWords';

/**
 * Changes what a node says. Where somebody else was faster, what was written
 * stays, and what it says now stands beside it.
 */
export function EditNodeDialog(props: {
  node: ValueNode;
  onClose: () => void;
}) {
  const { onClose } = props;
  const { id, kind } = props.node.node;
  const { t } = useDataMeshTranslation();
  const api = useApi(dataMeshApiRef);
  const { labelOf, wordsOf } = useFieldWords();
  const editing = useDraft<NodeField, DraftValue>(() => editable(props.node));
  const [isStale, setStale] = useState(false);
  const { send, isSending, error } = useChangeValueNode();
  const { draft, base, version, clashes } = editing;

  const save = () => {
    const changes = changesOf(base, draft);
    if (Object.keys(changes).length === 0) {
      onClose();
      return;
    }
    setStale(false);
    send({ id, version, fields: changes }).then(onClose, async failure => {
      const now = await newestNode(api, failure, { id, version }).catch(
        // What went wrong at first is told below.
        () => undefined,
      );
      if (now) {
        setStale(true);
        editing.meet(editable(now));
      }
    });
  };

  return (
    <FormDialog
      title={t(`goals.edit.title.${kind}`)}
      canSave={fieldsOf(draft) !== undefined}
      isSending={isSending}
      error={isStale ? undefined : error}
      onSave={save}
      onClose={onClose}
    >
      {isStale && (
        <Clashes
          clashes={clashes}
          labelOf={field => labelOf(field, kind)}
          wordsOf={(value, field) => wordsOf(field, value)}
          chosen={field => draft[field]}
          onChoose={editing.set}
        />
      )}
      <NodeInputs kind={kind} draft={draft} onChange={editing.set} />
    </FormDialog>
  );
}

function editable({ node, fields }: ValueNode) {
  return { fields: draftOf(fields), version: node.version };
}
