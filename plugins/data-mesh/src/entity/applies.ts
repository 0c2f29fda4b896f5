import { RELATION_HAS_PART, RELATION_OWNER_OF } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  RELATION_CONSUMER_OF,
  RELATION_PRODUCT_OWNER_OF,
  RELATION_STEWARD_OF,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { domainAnnotation } from './domain/domainPeople';

// Entities name their products themselves, so that pages which have nothing to
// do with data products neither mount a card nor send a request.
const toProduct = (type: string): FilterPredicate => ({
  relations: {
    $contains: { type, targetRef: { $hasPrefix: 'dataproduct:' } },
  },
});

export const isProduct: FilterPredicate = { kind: 'dataproduct' };

export const isCandidate: FilterPredicate = {
  kind: 'dataproduct',
  'spec.lifecycle': 'candidate',
};

export const isDomainWithProducts: FilterPredicate = {
  $all: [{ kind: 'domain' }, toProduct(RELATION_HAS_PART)],
};

export const isGroupWithProducts: FilterPredicate = {
  $all: [{ kind: 'group' }, toProduct(RELATION_OWNER_OF)],
};

const participates =
  `metadata.annotations.${domainAnnotation.participates}` as const;

/** A domain that takes part: it has products, or says so before it has any. */
export const isDomainInMesh: FilterPredicate = {
  $any: [
    isDomainWithProducts,
    {
      $all: [{ kind: 'domain' }, { [participates]: 'true' }],
    },
  ],
};

/** A team uses products by itself or by something it owns. */
export const isGroupThatMayUseProducts: FilterPredicate = {
  $all: [
    { kind: 'group' },
    {
      $any: [
        toProduct(RELATION_CONSUMER_OF),
        { relations: { $contains: { type: RELATION_OWNER_OF } } },
      ],
    },
  ],
};

export const isUserWithProducts: FilterPredicate = {
  $all: [
    { kind: 'user' },
    {
      $any: [
        toProduct(RELATION_OWNER_OF),
        toProduct(RELATION_PRODUCT_OWNER_OF),
        toProduct(RELATION_STEWARD_OF),
      ],
    },
  ],
};

/** Who answers for something is told of these. */
export const isOwnedOrOwner: FilterPredicate = {
  $any: [isProduct, isDomainInMesh, isGroupWithProducts],
};
