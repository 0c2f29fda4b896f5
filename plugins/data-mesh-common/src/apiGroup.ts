/**
 * The API group of everything this project adds to the catalog: the kind's
 * `apiVersion` and the prefix of our annotations and labels.
 *
 * @public
 */
export const API_GROUP = 'backstage-data-mesh.io';
