import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useDataMeshTranslation } from '../translation';
import { CopyButton } from '../components/CopyButton';

const useStyles = makeStyles(theme => ({
  copy: { marginBottom: theme.spacing(1) },
  text: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(1, 2),
    overflowX: 'auto',
    '& a': { textDecoration: 'underline' },
  },
}));

/** Minutes to read, and to copy as they are. */
export function MinutesText(props: {
  minutes: string;
  /** The level of the heading that they stand below. */
  below: number;
}) {
  const { minutes, below } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  return (
    <>
      <div className={classes.copy}>
        <CopyButton label={t('reviews.minutes.copy')} text={minutes} />
      </div>
      <section
        aria-label={t('reviews.minutes.text')}
        className={classes.text}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable with the keyboard
        tabIndex={0}
      >
        <MarkdownContent content={shifted(minutes, below)} dialect="gfm" />
      </section>
    </>
  );
}

/** Its headings stand below those of the page. */
function shifted(minutes: string, by: number): string {
  return minutes.replace(/^(#+) /gm, `${'#'.repeat(by)}$1 `);
}
