import { checkAnswer, DataMeshField } from '../field';
import { DataProductPromises } from './DataProductPromises';

export const promisesField: DataMeshField = {
  component: DataProductPromises,
  validation: checkAnswer('promises'),
};
