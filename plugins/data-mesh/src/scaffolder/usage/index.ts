import { checkAnswer, DataMeshField } from '../field';
import { DataProductUsage } from './DataProductUsage';

export const usageField: DataMeshField = {
  component: DataProductUsage,
  validation: checkAnswer('usage'),
};
