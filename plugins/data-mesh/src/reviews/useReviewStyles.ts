import { makeStyles } from '@material-ui/core/styles';

/** Parts of a review look alike. */
export const useReviewStyles = makeStyles(theme => ({
  paper: { padding: theme.spacing(2), marginBottom: theme.spacing(2) },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    ...theme.typography.body2,
    // Not by colour alone: these links stand amid other text
    '& a': { textDecoration: 'underline' },
    '& > li': { marginBottom: theme.spacing(0.5), overflowWrap: 'anywhere' },
  },
  quiet: { color: theme.palette.text.secondary },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(12rem, 1fr) minmax(0, 3fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
  // As left alone, such buttons look as if they could not be pressed
  choice: { color: theme.palette.text.primary },
  chosen: {
    '&&': {
      color: theme.palette.primary.contrastText,
      backgroundColor: theme.palette.primary.main,
    },
  },
  fields: {
    display: 'grid',
    gap: theme.spacing(2),
    marginTop: theme.spacing(2),
    maxWidth: '45rem',
  },
}));
