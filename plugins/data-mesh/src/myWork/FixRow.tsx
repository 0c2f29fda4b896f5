import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  MyWork,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../components/CatalogLink';
import { Fold } from '../components/Fold';
import { MATURITY_TAB_PATH } from '../entity/product/maturity/place';
import { SeverityWord, Since, useResultWords } from '../results';
import { useDataMeshTranslation } from '../translation';
import { useRowStyles } from './useRowStyles';

type EntityFixes = MyWork['fixes'][number];

/** What is to do first on one entity, and how. */
export function FixRow(props: {
  fixes: EntityFixes;
  /** That levels are counted in. */
  outline?: Pick<RuleSetOutline, 'levels'>;
}) {
  const { entity, items, total } = props.fixes;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  const entityRefLink = useEntityRefLink();
  const more = total - items.length;

  return (
    <li className={classes.row}>
      <div>
        <Typography component="h3" variant="subtitle1">
          <CatalogLink to={entity} />
        </Typography>
        <Stands {...props} />
      </div>
      <ol className={classes.steps}>
        {items.map(item => (
          <li key={`${item.ruleSet} ${item.rule}`} className={classes.step}>
            <Fix item={item} />
          </li>
        ))}
      </ol>
      <div className={classes.actions}>
        {more > 0 && (
          <span className={classes.quiet}>
            {t('myWork.shown', { count: more })}
          </span>
        )}
        <Link
          to={`${entityRefLink(entity.ref)}${MATURITY_TAB_PATH}`}
          aria-label={t('myWork.fix.openNamed', { entity: entity.title })}
        >
          {t('myWork.fix.open')}
        </Link>
      </div>
    </li>
  );
}

function Stands({
  fixes,
  outline,
}: {
  fixes: EntityFixes;
  outline?: Pick<RuleSetOutline, 'levels'>;
}) {
  const { level, target, total } = fixes;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  const words = useResultWords();
  const isBelow =
    level !== undefined && typeof target === 'number' && level < target;
  const stands =
    level !== undefined &&
    outline &&
    (isBelow
      ? t('myWork.fix.stands', {
          level: words.level(outline, level),
          target: words.level(outline, target),
        })
      : t('myWork.fix.level', { level: words.level(outline, level) }));
  return (
    <Typography variant="body2" className={classes.quiet}>
      {[stands, t('myWork.fix.things', { count: total })]
        .filter(Boolean)
        .join(' · ')}
    </Typography>
  );
}

function Fix({ item }: { item: EntityFixes['items'][number] }) {
  const { title, fix, reason, since, severity } = item;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  return (
    <>
      <Typography variant="body2" component="div">
        {title}
        <span className={classes.quiet}>
          {severity && (
            <>
              {' · '}
              <SeverityWord severity={severity} />
            </>
          )}
          {since && (
            <>
              {' · '}
              <Since since={since} />
            </>
          )}
        </span>
      </Typography>
      <Fold label={t('myWork.fix.how')}>
        <Typography variant="body2" className={classes.text}>
          {fix}
        </Typography>
        {reason && (
          <Typography variant="body2" className={classes.quiet}>
            {t('myWork.fix.found')}: {reason}
          </Typography>
        )}
      </Fold>
    </>
  );
}
