import { checkAnswer, DataMeshField } from '../field';
import { DataProductInputPorts } from './DataProductInputPorts';
import { DataProductNoInputs } from './DataProductNoInputs';

export const inputPortsField: DataMeshField = {
  component: DataProductInputPorts,
  validation: checkAnswer('inputPorts'),
};

export const noInputsField: DataMeshField = {
  component: DataProductNoInputs,
  validation: checkAnswer('inputs'),
};
