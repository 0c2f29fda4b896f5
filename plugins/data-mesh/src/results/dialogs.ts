import { makeStyles } from '@material-ui/core/styles';

export const useDialogStyles = makeStyles(theme => ({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0, 1),
  },
  about: { color: theme.palette.text.secondary },
}));

/** Today, as date fields write it, UTC. */
export function today(offset: number = 0): string {
  const time = Date.now() + offset * 24 * 60 * 60 * 1000;
  return new Date(time).toISOString().slice(0, 10);
}
