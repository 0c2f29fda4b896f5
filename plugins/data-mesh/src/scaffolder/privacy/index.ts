import { checkAnswer, DataMeshField } from '../field';
import { DataProductPrivacy } from './DataProductPrivacy';

export const privacyField: DataMeshField = {
  component: DataProductPrivacy,
  validation: checkAnswer('privacy'),
};
