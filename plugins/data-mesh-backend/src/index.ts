/**
 * The backend of Backstage Data Mesh: the projection of the catalog and the
 * HTTP API.
 *
 * @packageDocumentation
 */

export { dataMeshPlugin as default } from './plugin';
export {
  createDataMeshConditionalDecision,
  dataMeshConditions,
} from './valueTree/rights/rules';
export {
  type DataMeshNodeFilter,
  dataMeshNodePermissionResourceRef,
  type DataMeshNodeResource,
} from './valueTree/rights/resource';
