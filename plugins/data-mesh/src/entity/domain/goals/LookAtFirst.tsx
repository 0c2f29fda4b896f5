import { useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { NodeLink } from '../../../goals/NodeLink';
import { useGoalsLink } from '../../../goals/useGoalsLink';
import { HintItem } from '../../../goals/words';
import { useDataMeshTranslation } from '../../../translation';
import { NodeHint } from './goalsOf';

/** A card is no list of everything. */
const few = 3;

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { marginTop: theme.spacing(0.5) },
}));

/** What deserves a look in the goals of a domain; nothing where all is well. */
export function LookAtFirst(props: {
  domain: string;
  hints: readonly NodeHint[];
}) {
  const { domain, hints } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  const goalsLink = useGoalsLink();
  if (hints.length === 0) {
    return null;
  }
  const more = hints.length - few;
  const moreWords = t('domainGoals.more', { count: more });
  const toAll = goalsLink({ domain, view: 'attention' });
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography id={id} variant="subtitle2" component="h4">
        {t('domainGoals.attention')}
      </Typography>
      <ul className={classes.list}>
        {hints.slice(0, few).map(({ hint, node }) => (
          <li
            key={`${hint.code} ${node?.id} ${hint.measure} ${hint.product?.ref}`}
            className={classes.item}
          >
            <HintItem hint={hint} about={node && <NodeLink node={node} />} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Typography variant="body2" className={classes.item}>
          {toAll ? (
            <Link to={toAll} underline="always">
              {moreWords}
            </Link>
          ) : (
            moreWords
          )}
        </Typography>
      )}
    </section>
  );
}
