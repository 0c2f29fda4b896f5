import { makeStyles } from '@material-ui/core/styles';

/** Lists in the panel look alike. */
export const usePanelStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1.5),
    '& a': { textDecoration: 'underline' },
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.5, 1),
    overflowWrap: 'anywhere',
  },
  // As wide as its label
  day: { minWidth: '14rem' },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));
