export { checkField } from './checkField';
export type { CheckedField } from './checkField';
export {
  fillableFields,
  isRefField,
  isWordField,
  refFields,
  wordFields,
} from './fields';
export type { FillableField, RefField, WordField } from './fields';
export { entitiesInFile, fillFields } from './fillFields';
export type { FilledFile, FilledProduct } from './fillFields';
