export { DialogDone } from './DialogDone';
export { FormDialog } from './FormDialog';
export { ReadDialog } from './ReadDialog';
export { useFieldStyles } from './useFieldStyles';
