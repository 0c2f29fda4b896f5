import { useId, useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  BacklogProvider,
  backlogProviders,
  parseBacklogRef,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useLinkValueNode } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { FormDialog } from '../../dialogs';

/** Links an item of a backlog to a node; the item is not touched. */
export function LinkBacklogDialog(props: {
  node: ValueNode;
  onClose: () => void;
}) {
  const { onClose } = props;
  const { node } = props.node;
  const { t } = useDataMeshTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [title, setTitle] = useState('');
  const [wanted, setWanted] = useState<BacklogProvider | ''>('');
  const { send, isSending, error } = useLinkValueNode();
  const item = parseBacklogRef(typed, wanted ? { provider: wanted } : {});
  const isWrong = typed.trim() !== '' && !item;

  const refHelp = () => {
    if (isWrong) {
      return t('goals.link.refWrong');
    }
    return item
      ? t('goals.link.refFound', {
          provider: t(`goals.provider.${item.provider}`),
          ref: item.ref,
        })
      : t('goals.link.refHelp');
  };
  return (
    <FormDialog
      title={t('goals.link.backlog', { node: node.title })}
      saveLabel={t('goals.link.save')}
      canSave={item !== undefined}
      isSending={isSending}
      error={error}
      onSave={() => {
        if (item) {
          send({
            id: node.id,
            link: { ...item, ...(title.trim() && { title: title.trim() }) },
            // Told in the dialog by `error`.
          }).then(onClose, () => {});
        }
      }}
      onClose={onClose}
    >
      <TextField
        id={id}
        label={t('goals.link.ref')}
        value={typed}
        required
        fullWidth
        error={isWrong}
        helperText={refHelp()}
        onChange={event => setTyped(event.target.value)}
        inputProps={{ maxLength: 2000 }}
      />
      <TextField
        id={`${id}-provider`}
        select
        label={t('goals.link.provider')}
        value={wanted}
        onChange={({ target }) =>
          setWanted(backlogProviders.find(one => one === target.value) ?? '')
        }
      >
        <MenuItem value="">{t('goals.link.anyProvider')}</MenuItem>
        {backlogProviders.map(provider => (
          <MenuItem key={provider} value={provider}>
            {t(`goals.provider.${provider}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id={`${id}-title`}
        label={t('goals.link.title')}
        value={title}
        fullWidth
        helperText={t('goals.link.titleHelp')}
        onChange={event => setTitle(event.target.value)}
        inputProps={{ maxLength: 300 }}
      />
    </FormDialog>
  );
}
