import { DataMeshField } from '../field';
import { DataProductToChange } from './DataProductToChange';

export const toChangeField: DataMeshField = { component: DataProductToChange };
