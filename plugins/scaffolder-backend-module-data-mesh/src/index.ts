/**
 * Template actions for data products: write, change and publish them.
 *
 * @packageDocumentation
 */

export { scaffolderModuleDataMesh as default } from './module';
