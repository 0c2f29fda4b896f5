import { checkAnswer, DataMeshField } from '../field';
import { DataProductInitiatives } from './DataProductInitiatives';

export const initiativesField: DataMeshField = {
  component: DataProductInitiatives,
  validation: checkAnswer('initiatives'),
};
