import { useId, useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useMoveValueNode, useValueTree } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { shapeOf } from '../tree/shape';
import { FormDialog } from '../../dialogs';
import { NodePicker } from './NodePicker';
import { mayBeAtTop, parentsToMoveTo } from './parents';
import { Stale, useNow } from './Stale';

const END = ' end';

/** Moves a node, with all below it, below another one or among its siblings. */
export function MoveDialog(props: { node: ValueNode; onClose: () => void }) {
  const { onClose } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  const shape = shapeOf(useValueTree().data?.nodes ?? []);
  const mayAddAtTop = useValueTree().data?.mayAdd ?? [];
  const { send, isSending, error } = useMoveValueNode();
  const { now, isStale } = useNow(props.node, error);
  const { node } = now;
  const [parentId, setParentId] = useState(node.parentId);
  const [before, setBefore] = useState(END);
  const here = node.parentId ? shape.byId.get(node.parentId) : undefined;
  const others = parentsToMoveTo(shape, node);
  const options = here && !others.includes(here) ? [here, ...others] : others;
  const isTopAllowed = mayBeAtTop(node.kind) && mayAddAtTop.includes(node.kind);
  const siblings = (
    parentId === undefined ? shape.roots : shape.childrenOf(parentId)
  ).filter(one => one.id !== node.id && !one.isAdrift);
  const isPlaced = parentId !== undefined || isTopAllowed;

  return (
    <FormDialog
      title={t('goals.move.title', { node: node.title })}
      saveLabel={t('goals.move.save')}
      canSave={isPlaced}
      isSending={isSending}
      error={error}
      onSave={() =>
        void send({
          id: node.id,
          version: node.version,
          parentId: parentId ?? null,
          ...(siblings.some(one => one.id === before) && { before }),
          // Told in the dialog by `error`.
        }).then(onClose, () => {})
      }
      onClose={onClose}
    >
      {isStale && <Stale />}
      <Typography variant="body2">{t('goals.move.text')}</Typography>
      {(node.kind !== 'vision' || options.length > 0) && (
        <NodePicker
          id={`${id}-parent`}
          label={t('goals.add.parent')}
          shape={shape}
          options={options}
          value={parentId}
          required={!isTopAllowed}
          help={t(
            isTopAllowed ? 'goals.add.parentHelp' : 'goals.add.parentNeeded',
          )}
          onChange={to => {
            setParentId(to);
            setBefore(END);
          }}
        />
      )}
      <TextField
        id={`${id}-before`}
        select
        fullWidth
        label={t('goals.move.place')}
        value={before}
        onChange={({ target }) => setBefore(target.value)}
      >
        {siblings.map(one => (
          <MenuItem key={one.id} value={one.id}>
            {t('goals.move.before', { node: one.title })}
          </MenuItem>
        ))}
        <MenuItem value={END}>{t('goals.move.last')}</MenuItem>
      </TextField>
    </FormDialog>
  );
}
