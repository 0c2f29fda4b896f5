import { useId, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Add from '@material-ui/icons/Add';
import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
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
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const kinds = kindsToAdd(tree);
  if (kinds.length === 0) {
    return null;
  }
  return (
    <>
      <Button
        ref={button}
        variant="contained"
        color="primary"
        startIcon={<Add />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(true)}
      >
        {t('goals.add.button')}
      </Button>
      <Menu
        id={id}
        anchorEl={button.current}
        open={isOpen}
        onClose={() => setOpen(false)}
        MenuListProps={{ 'aria-label': t('goals.add.button') }}
      >
        {kinds.map(kind => (
          <MenuItem
            key={kind}
            onClick={() => {
              setOpen(false);
              open({
                act: 'add',
                kind,
                ...(kind === 'goal' && domain && { domain }),
              });
            }}
          >
            {words.kind(kind)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
