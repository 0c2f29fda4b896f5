import { checkAnswer, DataMeshField } from '../field';
import { DataProductPurpose } from './DataProductPurpose';

export const purposeField: DataMeshField = {
  component: DataProductPurpose,
  validation: checkAnswer('purpose'),
};
