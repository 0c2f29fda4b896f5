import { checkAnswer, DataMeshField } from '../field';
import { DataProductAccess } from './DataProductAccess';

export const accessField: DataMeshField = {
  component: DataProductAccess,
  validation: checkAnswer('access'),
};
