import { Fragment } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useEntity } from '@backstage/plugin-catalog-react';
import { SummaryPart } from './SummaryPart';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(3),
    // What is left over for a row of its own has all of it. Cards ask for the
    // whole height, of which a row that wraps knows nothing.
    '&& > *': { flex: '1 1 300px', minWidth: 0, height: 'auto' },
    // Parts may turn out to have nothing to say; then no gap may remain.
    '&:empty': { display: 'none' },
  },
}));

/** The parts that apply to the page's entity, in one row where there is room. */
export function SummaryCards({ parts }: { parts: SummaryPart[] }) {
  const { entity } = useEntity();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {parts
        .filter(part => part.appliesTo(entity))
        .map(part => (
          <Fragment key={part.id}>{part.element}</Fragment>
        ))}
    </div>
  );
}
