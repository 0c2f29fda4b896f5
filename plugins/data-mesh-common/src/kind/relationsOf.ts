import {
  CompoundEntityRef,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { DataProductConsumer } from './DataProductEntityV1alpha1';
import { parseReference } from './parseReference';
import { referencesIn } from './references';
import { RELATION_CONSUMED_BY } from './relations';

/**
 * A relation from a data product to another entity, with the type that it has
 * when read from the other side.
 *
 * @public
 */
export type DataProductRelation = {
  /** For example `ownedBy`. */
  type: string;
  /** For example `ownerOf`. */
  inverse: string;
  target: CompoundEntityRef;
};

/**
 * The relations that follow from a data product alone, each once. Whether the
 * targets exist is not looked at. References that cannot be understood are
 * left out; {@link checkDataProduct} reports them.
 *
 * @public
 */
export function relationsOf(entity: Entity): DataProductRelation[] {
  const self = stringifyEntityRef(entity);
  const relations = new Map<string, DataProductRelation>();
  for (const written of referencesIn(entity)) {
    const parsed = parseReference(written);
    if (!written.field.relation || !('ref' in parsed)) {
      continue;
    }
    const [type, inverse] = written.field.relation;
    const target = stringifyEntityRef(parsed.ref);
    // A product that names itself would count as its own consumer and part.
    if (target === self) {
      continue;
    }
    if (type === RELATION_CONSUMED_BY && !isActive(written.parent)) {
      continue;
    }
    const key = `${type} ${target}`;
    if (!relations.has(key)) {
      relations.set(key, { type, inverse, target: parsed.ref });
    }
  }
  return [...relations.values()];
}

function isActive(consumer: Partial<DataProductConsumer>): boolean {
  return consumer.state === undefined || consumer.state === 'active';
}
