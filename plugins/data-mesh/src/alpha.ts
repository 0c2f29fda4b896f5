export { DataMeshSummaryBlueprint } from './entity/summary/DataMeshSummaryBlueprint';
export { dataMeshTranslationRef } from './translation';
