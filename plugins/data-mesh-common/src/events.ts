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

/**
 * Publish this on the events service to have a local folder read again at
 * once. The payload is {@link LocalFolderRefreshPayload}.
 *
 * @public
 */
export const LOCAL_FOLDER_REFRESH_TOPIC = 'data-mesh.local-folder.refresh';

/**
 * The payload of {@link LOCAL_FOLDER_REFRESH_TOPIC}.
 *
 * @public
 */
export type LocalFolderRefreshPayload = {
  /** The folder's key in the configuration; all folders without it. */
  id?: string;
};
