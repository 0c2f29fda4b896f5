import { DataMeshField } from '../field';
import { DataProductRef } from './DataProductRef';

// What is chosen is in the catalog, so there is nothing to refuse
export const refField: DataMeshField = { component: DataProductRef };
