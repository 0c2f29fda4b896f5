/**
 * The model of Backstage Data Mesh: the DataProduct kind, contracts, API
 * schemas, client and permissions. Pure code for the browser and the backend.
 *
 * @packageDocumentation
 */

export * from './apiGroup';
export * from './api';
export * from './contract';
export * from './draft';
export * from './events';
export * from './kind';
export * from './missingFields';
export * from './permissions';
export * from './results';
export * from './toDo';
export * from './valueTree';
