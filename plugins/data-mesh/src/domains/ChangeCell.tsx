import {
  DomainRow,
  ResultChange,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { OutlineOf } from '../api';
import { CatalogLink } from '../components/CatalogLink';
import { dateWords } from '../components/dateWords';
import { useDataMeshTranslation } from '../translation';
import { levelIn } from './levels';

/** What changed in a domain since its last review, or in 30 days. */
export function ChangeCell(props: {
  changes: DomainRow['changes'];
  outlineOf: OutlineOf;
}) {
  const { since, total, latest } = props.changes;
  const { t } = useDataMeshTranslation();
  return (
    <span
      title={
        since
          ? t('domains.change.since', { day: dateWords(since) })
          : t('domains.change.sinceDays')
      }
    >
      {latest ? (
        <Latest change={latest} outlineOf={props.outlineOf} />
      ) : (
        t('domains.change.none')
      )}
      {total > 1 && <> {t('domains.change.more', { count: total - 1 })}</>}
    </span>
  );
}

function Latest(props: { change: ResultChange; outlineOf: OutlineOf }) {
  const { change, outlineOf } = props;
  const { t } = useDataMeshTranslation();
  const isDomain = change.entity.ref.startsWith('domain:');
  const outline = outlineOf(
    change.ruleSet,
    isDomain ? 'Domain' : 'DataProduct',
  );
  const entity = (
    <span title={dateWords(change.at)}>
      <CatalogLink to={change.entity} />
    </span>
  );
  const before = levelIn(outline, change.before);
  const after = levelIn(outline, change.after);
  if (!after) {
    return <>{t('domains.change.other', { entity })}</>;
  }
  const level = after.title;
  const way = wayOf(before?.level, after.level);
  const dimension =
    change.dimension &&
    (outline?.dimensions.find(({ id }) => id === change.dimension)?.title ??
      change.dimension);
  return dimension ? (
    <>{t(`domains.change.${way}In`, { entity, dimension, level })}</>
  ) : (
    <>{t(`domains.change.${way}`, { entity, level })}</>
  );
}

function wayOf(before: number | undefined, after: number) {
  if (before === undefined) {
    return 'start';
  }
  return after < before ? 'fell' : 'reached';
}
