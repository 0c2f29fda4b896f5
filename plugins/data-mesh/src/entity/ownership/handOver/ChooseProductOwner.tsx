import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../../translation';

/** The one person of the new team who decides what the product offers. */
export function ChooseProductOwner(props: {
  members: readonly EntityLink[];
  /** Who it is so far. */
  now: string | undefined;
  chosen: string | undefined;
  /** Whether the team has nobody to choose from. */
  isEmpty: boolean;
  onChoose: (ref: string | undefined) => void;
}) {
  const { members, now, chosen, isEmpty, onChoose } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  if (isEmpty) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('handOver.noMembers')}
      </Typography>
    );
  }
  return (
    <TextField
      id={id}
      select
      fullWidth
      variant="outlined"
      margin="dense"
      label={t('handOver.productOwner')}
      helperText={t('handOver.chooseProductOwner')}
      value={chosen ?? ''}
      onChange={event => onChoose(event.target.value || undefined)}
      SelectProps={{ SelectDisplayProps: { 'aria-haspopup': 'listbox' } }}
    >
      {members.map(({ ref, title }) => (
        <MenuItem key={ref} value={ref}>
          {ref === now ? t('handOver.keep', { person: title }) : title}
        </MenuItem>
      ))}
    </TextField>
  );
}
