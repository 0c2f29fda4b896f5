import { useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { useResultWords } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { Endangered } from '../product/purpose';
import { asksForHandOver, bySeverity, OpenPoint } from './openPoints';
import { handOverSearch } from './handOver/handOverQuery';

const useStyles = makeStyles(theme => ({
  group: { marginTop: theme.spacing(1.5) },
  severity: { fontWeight: 'bold' },
  list: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    // Not by colour alone: these links stand amid other text
    '& a': { textDecoration: 'underline' },
  },
  item: { marginTop: theme.spacing(0.5) },
  more: { color: theme.palette.text.secondary },
}));

/** The goals that a data product serves, by its ref. */
export type GoalsOf = (product: string) => readonly TreeNode[];

/** Open points below each other, the most urgent first. */
export function OpenPoints(props: {
  points: readonly OpenPoint[];
  /** The data product that points without a subject are about. */
  product?: string;
  /** The goals that another data product serves. */
  goalsOf?: GoalsOf;
}) {
  const classes = useStyles();
  const words = useResultWords();
  const id = useId();
  return (
    <>
      {bySeverity(props.points).map(({ severity, points }) => (
        <div key={severity} className={classes.group}>
          <Typography
            id={`${id}-${severity}`}
            variant="body2"
            component="div"
            className={classes.severity}
          >
            {words.severity(severity)}
          </Typography>
          <ul className={classes.list} aria-labelledby={`${id}-${severity}`}>
            {points.map(point => (
              <Typography
                key={`${point.subject?.ref} ${point.code}`}
                variant="body2"
                component="li"
                className={classes.item}
              >
                <Point
                  point={point}
                  product={props.product}
                  goalsOf={props.goalsOf}
                />
              </Typography>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Point(props: {
  point: OpenPoint;
  product: string | undefined;
  goalsOf: GoalsOf | undefined;
}) {
  const { point, product, goalsOf } = props;
  const { code, title, subject, reason, fix, since } = point;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const entityRefLink = useEntityRefLink();
  const toHandOver = asksForHandOver({ code }) ? subject?.ref ?? product : '';
  return (
    <>
      {subject
        ? t('ownership.of', { entity: <CatalogLink to={subject} />, title })
        : title}
      <div className={classes.more}>
        {[reason !== title && reason, words.since(since)]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {/* In the name of others it would be a long read; their page says it */}
      {!subject && fix && <div>{fix}</div>}
      {subject && goalsOf && <Endangered goals={goalsOf(subject.ref)} />}
      {toHandOver && (
        <Link
          to={`${entityRefLink(toHandOver)}${handOverSearch({})}`}
          aria-label={
            subject && t('ownership.handOverOf', { product: subject.title })
          }
        >
          {t('ownership.handOver')}
        </Link>
      )}
    </>
  );
}
