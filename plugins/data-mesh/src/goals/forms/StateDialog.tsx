import { useId, useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  asksForLearning,
  movesFrom,
  NodeState,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useChangeValueNodeState } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { useGoalWords } from '../words';
import { FormDialog } from '../../dialogs';
import { LearningInput } from './LearningInput';
import { Stale, useNow } from './Stale';

/** Moves a node to another state; what closes it asks what was learnt. */
export function StateDialog(props: { node: ValueNode; onClose: () => void }) {
  const { onClose } = props;
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const id = useId();
  const { send, isSending, error } = useChangeValueNodeState();
  const { now, isStale } = useNow(props.node, error);
  const { node, fields } = now;
  const [state, setState] = useState<NodeState>();
  const [learning, setLearning] = useState(fields.learning ?? '');
  const moves = movesFrom(node.kind, node.state);
  const wanted = moves.find(move => move === state);
  const asks = wanted !== undefined && asksForLearning(node.kind, wanted);

  return (
    <FormDialog
      title={t('goals.state.title')}
      canSave={wanted !== undefined && (!asks || learning.trim() !== '')}
      isSending={isSending}
      error={error}
      onSave={() => {
        if (wanted) {
          send({
            id: node.id,
            version: node.version,
            state: wanted,
            ...(asks && { learning: learning.trim() }),
            // Told in the dialog by `error`.
          }).then(onClose, () => {});
        }
      }}
      onClose={onClose}
    >
      {isStale && <Stale />}
      <Typography variant="body2">
        {t('goals.state.about', {
          node: node.title,
          state: words.state(node.state),
        })}
      </Typography>
      <TextField
        id={id}
        select
        required
        fullWidth
        label={t('goals.state.to')}
        value={wanted ?? ''}
        onChange={({ target }) =>
          setState(moves.find(move => move === target.value))
        }
      >
        {moves.map(move => (
          <MenuItem key={move} value={move}>
            {words.state(move)}
          </MenuItem>
        ))}
      </TextField>
      {asks && <LearningInput value={learning} onChange={setLearning} />}
    </FormDialog>
  );
}
