import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  useDomainProfile,
  useOutline,
  useResults,
  useValueTree,
} from '../../api';
import { BackendHint } from '../../components/BackendHint';
import { CatalogLink } from '../../components/CatalogLink';
import { Fact, Facts } from '../../components/Facts';
import { useDataMeshTranslation } from '../../translation';
import { domainPeople } from '../domain/domainPeople';
import { isDomainInMesh } from '../domain/isDomainInMesh';
import { linkTo } from '../product/entityLinks';
import { goalsServedBy } from '../product/purpose';
import { OWNERSHIP_FAULTS, pointsOf } from './openPoints';
import { OwnPoints } from './OwnPoints';
import { PointsSection } from './PointsSection';
import { MoreProducts, useProductsPoints } from './ProductsOpenPoints';

/** Who answers for a domain, and what is open on it and its products. */
export function DomainOwnership() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const ref = stringifyEntityRef(entity);
  const profile = useDomainProfile(ref);
  const row = profile.data?.row;
  const people = domainPeople(entity);
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .flatMap(({ targetRef }) => linkTo(targetRef, entity) ?? []);

  const takesPart = profile.isPending
    ? isDomainInMesh(entity)
    : profile.data?.takesPart ?? true;
  if (!takesPart) {
    return null;
  }
  const links = row
    ? row
    : {
        owner: owners.at(0),
        domainOwner: people.domainOwner,
        dataLead: people.dataLead,
      };
  return (
    <EntityInfoCard title={t('ownership.title')}>
      {profile.isPending ? (
        <div role="status" aria-label={t('product.loading')}>
          <Skeleton />
          <Skeleton />
          <Skeleton width="60%" />
        </div>
      ) : (
        <Facts>
          <Fact name={t('ownership.domain.owner')}>
            {links.owner ? (
              <CatalogLink to={links.owner} />
            ) : (
              t('ownership.domain.noOwner')
            )}
          </Fact>
          <Fact name={t('ownership.domain.domainOwner')}>
            {links.domainOwner ? (
              <CatalogLink to={links.domainOwner} />
            ) : (
              t('ownership.domain.notNamed')
            )}
          </Fact>
          <Fact name={t('ownership.domain.dataLead')}>
            {links.dataLead ? (
              <CatalogLink to={links.dataLead} />
            ) : (
              t('ownership.domain.notNamed')
            )}
          </Fact>
        </Facts>
      )}
      {profile.data ? (
        <DomainPoints domain={ref} />
      ) : (
        profile.error && (
          <BackendHint
            error={profile.error}
            onRetry={profile.refetch}
            unknown={t('ownership.domain.unknown')}
          />
        )
      )}
    </EntityInfoCard>
  );
}

function DomainPoints({ domain }: { domain: string }) {
  const { t } = useDataMeshTranslation();
  const own = useResults(domain);
  const products = useProductsPoints({ domain: [domain] });
  const outline = useOutline(OWNERSHIP_FAULTS, 'Domain');
  const goals = useValueTree({ domain }).data;
  const found = own.data?.items.find(
    ({ ruleSet }) => ruleSet === OWNERSHIP_FAULTS,
  );
  const points = found && pointsOf(found, outline);
  const failed = [own, products].filter(({ data, error }) => error && !data);
  return (
    <PointsSection
      isPending={own.isPending || products.isPending}
      error={failed.at(0)?.error}
      onRetry={() => failed.forEach(({ refetch }) => refetch())}
    >
      {points ? (
        <>
          <OwnPoints
            points={{ ...points, open: [...points.open, ...products.points] }}
            nothing={t('ownership.nothing')}
            goalsOf={product => (goals ? goalsServedBy(goals, product) : [])}
          />
          <MoreProducts more={products.more} />
        </>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('ownership.notYet')}
        </Typography>
      )}
    </PointsSection>
  );
}
