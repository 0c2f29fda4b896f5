import { makeStyles } from '@material-ui/core/styles';

/** What all rows of My work look like. */
export const useRowStyles = makeStyles(theme => ({
  // Colour alone does not tell a link from the words around it.
  link: { textDecoration: 'underline' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li + li': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    // A question is what the row is about, not the label of a field.
    '& legend': { color: theme.palette.text.primary },
  },
  kind: {
    ...theme.typography.overline,
    lineHeight: 1.5,
    color: theme.palette.text.secondary,
  },
  quiet: { color: theme.palette.text.secondary },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 14rem), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
    paddingTop: theme.spacing(1),
  },
  text: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  steps: { margin: 0, paddingLeft: theme.spacing(2.5) },
  step: { paddingTop: theme.spacing(0.5) },
}));
