import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { CatalogLink } from '../../components/CatalogLink';
import { useDataMeshTranslation } from '../../translation';
import { useNodeLink } from '../useNodeLink';
import { useGoalWords } from '../words';
import { Subject } from './attentionOf';
import { FindingItem } from './FindingItem';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
    gap: theme.spacing(0.5, 3),
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: 500 },
  quiet: { color: theme.palette.text.secondary },
  findings: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(0.5),
  },
}));

/** A node, product or domain with what was found of it. */
export function SubjectItem({ subject }: { subject: Subject }) {
  const { node, entity, domain, findings } = subject;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const linkTo = useNodeLink();
  const facts = node
    ? [words.kind(node.kind), node.domain?.title, node.owner?.title]
    : [
        t(
          findings.some(one => one.is === 'hint' && one.hint.product)
            ? 'goals.attention.product'
            : 'goals.attention.domain',
        ),
        domain?.title,
      ];
  return (
    <div className={classes.root}>
      <div>
        <div className={classes.title}>
          {node && (
            <Link to={linkTo(node.id)} underline="always">
              {node.title}
            </Link>
          )}
          {!node && entity && <CatalogLink to={entity} />}
        </div>
        <div className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</div>
      </div>
      <ul className={classes.findings}>
        {findings.map((finding, index) => (
          // eslint-disable-next-line react/no-array-index-key -- a list that is only shown, its items have no id
          <li key={index}>
            <FindingItem finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  );
}
