import { makeStyles } from '@material-ui/core/styles';

/** What is told of documents looks alike. */
export const useDocumentStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: theme.spacing(1, 0), overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary },
  part: { margin: theme.spacing(1, 0), overflowWrap: 'anywhere' },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(2),
    margin: theme.spacing(1, 0),
    '& > .MuiTextField-root': { minWidth: '14rem' },
  },
  yaml: { fontFamily: 'monospace' },
  download: { color: theme.palette.primary.main, textDecoration: 'underline' },
}));
