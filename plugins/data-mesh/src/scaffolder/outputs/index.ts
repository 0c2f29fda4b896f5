import { checkAnswer, DataMeshField } from '../field';
import { DataProductOutputPorts } from './DataProductOutputPorts';

export const outputPortsField: DataMeshField = {
  component: DataProductOutputPorts,
  validation: checkAnswer('outputPorts'),
};
