import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  entityEnvelopeSchemaValidator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { FileProblem } from './FileProblem';

/**
 * What a provider emits bypasses `catalog.rules`: nobody may make themselves
 * member of a group by writing a file.
 */
const ALLOWED_KINDS = ['DataProduct', 'API', 'Resource'];

/** What the catalog's database holds. */
const MAX_REF_LENGTH = 255;

const validateEnvelope = entityEnvelopeSchemaValidator();

/**
 * Makes a document an entity that can be handed to the catalog without taking
 * its neighbours down. Whether it is a good one the catalog decides.
 *
 * @param path - the absolute path of the file
 * @throws FileProblem
 */
export function toEntity(content: JsonObject, path: string): Entity {
  let entity: Entity;
  try {
    entity = validateEnvelope(content);
  } catch (error) {
    throw new FileProblem(`is not an entity: ${(error as Error).message}`);
  }
  if (!ALLOWED_KINDS.includes(entity.kind)) {
    throw new FileProblem(
      `has the kind ${entity.kind.slice(
        0,
        80,
      )}; a local folder may hold ${ALLOWED_KINDS.join(', ')}`,
    );
  }
  const annotations: unknown = entity.metadata.annotations ?? {};
  if (typeof annotations !== 'object' || Array.isArray(annotations)) {
    throw new FileProblem('metadata.annotations is not an object');
  }
  const ref = stringifyEntityRef(entity);
  // eslint-disable-next-line no-control-regex
  if (ref.length > MAX_REF_LENGTH || /[\u0000-\u001f]/.test(ref)) {
    throw new FileProblem(
      'metadata.name or metadata.namespace is too long or has control characters',
    );
  }
  const location = `file:${path}`;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        [ANNOTATION_SOURCE_LOCATION]: location,
        ...annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
  };
}
