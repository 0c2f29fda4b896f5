import MenuItem from '@material-ui/core/MenuItem';
import Add from '@material-ui/icons/Add';
import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { MenuButton } from '../components/MenuButton';
import { useDataMeshTranslation } from '../translation';
import { useGoalDialogs } from './forms/GoalDialogs';
import { kindsToAdd } from './forms/parents';
import { useGoalWords } from './words';

/** Adds what the reader may add; nothing for those who may not. */
export function AddButton(props: { tree: ValueTree; domain?: string }) {
  const { tree, domain } = props;
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const open = useGoalDialogs();
  const kinds = kindsToAdd(tree);
  if (kinds.length === 0) {
    return null;
  }
  return (
    <MenuButton
      label={t('goals.add.button')}
      look={{ variant: 'contained', color: 'primary', startIcon: <Add /> }}
    >
      {close =>
        kinds.map(kind => (
          <MenuItem
            key={kind}
            onClick={() => {
              close();
              open({
                act: 'add',
                kind,
                ...(kind === 'goal' && domain && { domain }),
              });
            }}
          >
            {words.kind(kind)}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}
