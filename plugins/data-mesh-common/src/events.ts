/**
 * Published on the events service when a catalog entity that takes part in the
 * mesh was processed with a new content. The payload is
 * {@link EntityChangedPayload}.
 *
 * @public
 */
export const ENTITY_CHANGED_TOPIC = 'data-mesh.entity.changed';

/**
 * The payload of {@link ENTITY_CHANGED_TOPIC}.
 *
 * @public
 */
export type EntityChangedPayload = {
  /** The full, lower-case entity ref. */
  ref: string;
};
