import { checkAnswer, DataMeshField } from '../field';
import { DataProductSupport } from './DataProductSupport';

export const supportField: DataMeshField = {
  component: DataProductSupport,
  validation: checkAnswer('support'),
};
