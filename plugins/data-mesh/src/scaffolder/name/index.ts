import { DataMeshField } from '../field';
import { checkName } from './checkName';
import { DataProductName } from './DataProductName';

export const nameField: DataMeshField = {
  component: DataProductName,
  validation: checkName,
};
