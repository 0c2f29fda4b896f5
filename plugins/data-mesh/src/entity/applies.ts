import { RELATION_HAS_PART, RELATION_OWNER_OF } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  RELATION_CONSUMER_OF,
  RELATION_PRODUCT_OWNER_OF,
  RELATION_STEWARD_OF,
} from '@backstage-data-mesh/plugin-data-mesh-common';

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
