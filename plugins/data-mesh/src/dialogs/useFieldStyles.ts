import { makeStyles } from '@material-ui/core/styles';

/** Fields of a form, one below the other. */
export const useFieldStyles = makeStyles(theme => ({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0, 1),
  },
}));
