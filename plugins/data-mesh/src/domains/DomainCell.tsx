import { Link } from '@backstage/core-components';
import {
  DomainRow,
  EntityLink,
  severities,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { OutlineOf } from '../api';
import { CatalogLink } from '../components/CatalogLink';
import { LevelBars } from '../components/charts/LevelBars';
import { useProductsLink } from '../products/useProductsLink';
import { useDataMeshTranslation } from '../translation';
import { ChangeCell } from './ChangeCell';
import { GoalsCell } from './GoalsCell';
import { DomainColumn } from './view';

/** What one column tells of a domain. */
export function DomainCell(props: {
  row: DomainRow;
  column: DomainColumn;
  outlineOf: OutlineOf;
}) {
  const { row, column, outlineOf } = props;
  switch (column) {
    case 'products':
      return <ProductsAtTarget row={row} outlineOf={outlineOf} />;
    case 'openPoints':
      return <OpenPointsCell row={row} />;
    case 'weakest':
      return <WeakestCell row={row} outlineOf={outlineOf} />;
    case 'goals':
      return <GoalsCell row={row} />;
    case 'changes':
      return <ChangeCell changes={row.changes} outlineOf={outlineOf} />;
    default:
      return <PersonCell to={row[column]} />;
  }
}

function PersonCell({ to }: { to: EntityLink | undefined }) {
  const { t } = useDataMeshTranslation();
  return to ? <CatalogLink to={to} /> : <>{t('domains.notNamed')}</>;
}

type Props = { row: DomainRow; outlineOf: OutlineOf };

function ProductsAtTarget({ row, outlineOf }: Props) {
  const { total, withTarget, atTarget, byLevel } = row.products;
  const { t } = useDataMeshTranslation();
  const listLink = useProductsLink();
  const levels = outlineOf('data-product-maturity', 'DataProduct')?.levels;
  if (!total) {
    return <>{t('domains.noProducts')}</>;
  }
  const words = withTarget
    ? t('domains.atTarget', {
        at: String(atTarget),
        of: String(withTarget),
      })
    : t('domains.noTarget', { count: total });
  const list = listLink({ domain: [row.domain.ref] });
  const told = byLevel
    .flatMap((count, level) =>
      count
        ? [
            t('domains.level', {
              number: String(count),
              level: levels?.[level]?.title ?? String(level),
            }),
          ]
        : [],
    )
    .join(', ');
  return (
    <span title={told}>
      {list ? <Link to={list}>{words}</Link> : words}{' '}
      <LevelBars
        counts={byLevel}
        label={t('domains.byLevel', { levels: told })}
      />
    </span>
  );
}

function OpenPointsCell({ row }: { row: DomainRow }) {
  const { t } = useDataMeshTranslation();
  const words = severities.flatMap(severity => {
    const count = row.openPoints[severity];
    return count
      ? [t(`domains.open.${severity}`, { number: String(count) })]
      : [];
  });
  return <>{words.join(', ') || t('domains.open.none')}</>;
}

function WeakestCell({ row, outlineOf }: Props) {
  const { t } = useDataMeshTranslation();
  const outline = outlineOf('domain-maturity', 'Domain');
  const { started, weakest } = row;
  if (!started || !weakest) {
    return <>{t('domains.notStarted')}</>;
  }
  const { dimension, level } = weakest;
  return (
    <>
      {t('domains.weakest', {
        dimension:
          outline?.dimensions.find(({ id }) => id === dimension)?.title ??
          dimension,
        level: outline?.levels[level]?.title ?? String(level),
      })}
    </>
  );
}
