/**
 * The data product kind in the Backstage catalog, and a provider that reads
 * data products from a local folder.
 *
 * @packageDocumentation
 */

export { catalogModuleDataMesh as default } from './module';
