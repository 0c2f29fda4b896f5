import { makeStyles, Theme } from '@material-ui/core/styles';

/** More lines than this are for the repository to show. */
const MAX_LINES = 1000;

/** Coloured text has to be read on the theme's background. */
function shadeFor(theme: Theme): 'light' | 'dark' {
  return theme.palette.type === 'dark' ? 'light' : 'dark';
}

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(0.5, 0, 1),
    padding: theme.spacing(1, 2),
    maxHeight: '26rem',
    overflow: 'auto',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  line: { minHeight: '1.4em', whiteSpace: 'pre', minWidth: 'max-content' },
  added: { color: theme.palette.success[shadeFor(theme)], fontWeight: 'bold' },
  removed: { color: theme.palette.error[shadeFor(theme)] },
  gap: { color: theme.palette.text.secondary },
}));

/** The text of a file; in a difference, lines say by their sign what they are. */
export function FileText(props: {
  label: string;
  lines: readonly string[];
  isDifference?: boolean;
}) {
  const { label, lines, isDifference = false } = props;
  const classes = useStyles();
  const classOf = (line: string) => {
    if (!isDifference) {
      return '';
    }
    const sign: Record<string, string> = {
      '+': classes.added,
      '-': classes.removed,
      '@': classes.gap,
    };
    return sign[line.charAt(0)] ?? '';
  };

  return (
    <pre
      className={classes.root}
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {lines.slice(0, MAX_LINES).map((line, index) => (
        <div key={index} className={`${classes.line} ${classOf(line)}`}>
          {line}
        </div>
      ))}
      {lines.length > MAX_LINES && <div className={classes.gap}>…</div>}
    </pre>
  );
}
