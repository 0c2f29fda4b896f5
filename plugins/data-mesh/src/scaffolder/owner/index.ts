import { checkAnswer, DataMeshField } from '../field';
import { DataProductOwner } from './DataProductOwner';

export const ownerField: DataMeshField = {
  component: DataProductOwner,
  validation: checkAnswer('owner'),
};
