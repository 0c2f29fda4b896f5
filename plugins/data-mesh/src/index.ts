/**
 * The pages, cards and tabs of Backstage Data Mesh, for the new frontend
 * system.
 *
 * @packageDocumentation
 */
export { dataMeshApiRef } from './api';
export { DataProductIcon } from './icons';
export { dataMeshPlugin } from './plugin';
export { default } from './features';
