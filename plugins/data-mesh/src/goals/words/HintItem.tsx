import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import ThumbUpOutlined from '@material-ui/icons/ThumbUpOutlined';
import { Hint } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { useHintWords } from './useHintWords';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    // Not by colour alone: these links stand amid other text
    '& a': { textDecoration: 'underline' },
  },
  icon: { color: theme.palette.text.secondary },
  news: { color: theme.palette.success.main },
  fix: { color: theme.palette.text.secondary },
}));

/** A hint: what deserves a look, what it is about, and how it is mended. */
export function HintItem(props: {
  hint: Hint;
  /** What it is about, where that does not stand beside it already. */
  about?: ReactNode;
}) {
  const { hint, about } = props;
  const classes = useStyles();
  const { title, fix } = useHintWords()(hint);
  const Icon = hint.isNews ? ThumbUpOutlined : InfoOutlined;
  const entity = hint.product ?? (hint.node ? undefined : hint.domain);
  const subject = about ?? (entity && <CatalogLink to={entity} />);
  return (
    <div className={classes.root}>
      <Icon
        fontSize="small"
        aria-hidden
        className={hint.isNews ? classes.news : classes.icon}
      />
      <div>
        {subject && <>{subject}: </>}
        {title}
        {!hint.isNews && <div className={classes.fix}>{fix}</div>}
      </div>
    </div>
  );
}
