import {
  Entity,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';
import { ProductDetail } from '@backstage-data-mesh/plugin-data-mesh-common';
import { titleOf } from '../../../scaffolder/search/useEntitySearch';
import { HandOverFacts, Team } from './proposals';

/** No organisation is deeper; a circle of groups ends here, too. */
const MAX_DEPTH = 20;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
  'spec.type',
  'relations',
];

/**
 * What the catalog knows of the teams around a product. The number of requests
 * depends on the depth of the organisation alone.
 */
export async function readHandOverFacts(
  catalogApi: CatalogApi,
  product: ProductDetail,
): Promise<HandOverFacts> {
  const { owner, productOwner, domain } = product;
  const isPerson = owner?.ref.startsWith('user:') ?? false;
  const around = await entitiesOf(catalogApi, [
    ...(domain ? [domain.ref] : []),
    ...(productOwner ? [productOwner.ref] : []),
    ...(owner && isPerson ? [owner.ref] : []),
  ]);
  const of = (ref: string | undefined, type: string) =>
    targets(ref === undefined ? undefined : around.get(ref), type).filter(
      target => target.startsWith('group:'),
    );
  const domainOwners = of(domain?.ref, RELATION_OWNED_BY);
  const groups = new Map<string, Entity>();
  const domainTeams = await withTeamsBelow(catalogApi, domainOwners, groups);

  const users = product.users
    .filter(({ through }) => !through.length)
    .flatMap(({ team, purpose, state }) =>
      team?.ref.startsWith('group:')
        ? [{ team: team.ref, purpose, state }]
        : [],
    );
  const inputs = product.inputs.flatMap(input =>
    input.owner?.ref.startsWith('group:')
      ? [{ entity: input.entity, owner: input.owner.ref }]
      : [],
  );
  const teamsOfProductOwner = of(productOwner?.ref, RELATION_MEMBER_OF);
  const teamsOfOwnerPerson = isPerson ? of(owner?.ref, RELATION_MEMBER_OF) : [];
  await addEntities(catalogApi, groups, [
    ...users.map(({ team }) => team),
    ...inputs.map(input => input.owner),
    ...teamsOfProductOwner,
    ...teamsOfOwnerPerson,
  ]);

  return {
    owner: owner?.ref,
    ownerPerson: isPerson ? owner : undefined,
    productOwner,
    domain,
    domainOwners,
    domainTeams,
    teamsOfProductOwner,
    teamsOfOwnerPerson,
    users,
    inputs,
    teams: new Map([...groups].map(([ref, group]) => [ref, teamOf(group)])),
  };
}

/** A group of the catalog as a team. */
export function teamOf(group: Entity): Team {
  return {
    ref: stringifyEntityRef(group),
    title: titleOf(group),
    members: targets(group, RELATION_HAS_MEMBER),
  };
}

/** Puts the groups and all below them into `groups`, level by level. */
async function withTeamsBelow(
  catalogApi: CatalogApi,
  refs: string[],
  groups: Map<string, Entity>,
): Promise<string[]> {
  let level = refs;
  for (let depth = 0; level.length && depth < MAX_DEPTH; depth++) {
    await addEntities(catalogApi, groups, level);
    level = level
      .flatMap(ref => targets(groups.get(ref), RELATION_PARENT_OF))
      .filter(ref => !groups.has(ref));
  }
  return [...groups.keys()];
}

async function addEntities(
  catalogApi: CatalogApi,
  known: Map<string, Entity>,
  refs: string[],
): Promise<void> {
  const found = await entitiesOf(
    catalogApi,
    refs.filter(ref => !known.has(ref)),
  );
  found.forEach((entity, ref) => known.set(ref, entity));
}

async function entitiesOf(
  catalogApi: CatalogApi,
  refs: string[],
): Promise<Map<string, Entity>> {
  const entityRefs = [...new Set(refs)];
  const { items } = entityRefs.length
    ? await catalogApi.getEntitiesByRefs({ entityRefs, fields })
    : { items: [] };
  return new Map(
    items.flatMap(entity =>
      entity ? [[stringifyEntityRef(entity), entity] as const] : [],
    ),
  );
}

function targets(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}
