import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    maxWidth: '100%',
  },
  code: {
    margin: 0,
    padding: theme.spacing(0.75, 1),
    minWidth: 0,
    overflowX: 'auto',
    maxHeight: '24rem',
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    whiteSpace: 'pre',
  },
  copy: { '& svg': { width: '1rem', height: '1rem' } },
}));

/** Text for another tool, as it is, with a button that copies it. */
export function CopyableText(props: {
  text: string;
  /** What the button copies, for those who cannot see it. */
  copyLabel: string;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre
        className={classes.code}
        // What scrolls has to be reachable with the keyboard.
        tabIndex={props.text.length > 40 ? 0 : undefined}
      >
        <code>{props.text}</code>
      </pre>
      <span className={classes.copy}>
        <CopyTextButton
          text={props.text}
          aria-label={props.copyLabel}
          variant="tertiary"
        />
      </span>
    </div>
  );
}
