export { CheckInButton } from './CheckInButton';
export { CheckInDialog } from './CheckInDialog';
export {
  ConfidenceInput,
  DateInput,
  LinkInput,
  NoteInput,
  ScaleWords,
  ValueInput,
} from './CheckInInputs';
export { MeasureLine } from './MeasureLine';
export { ReadingThere } from './ReadingThere';
export { amountWords, digitsOf, numberWords } from './numbers';
export { useMeasureWords } from './useMeasureWords';
export type { MeasureValues } from './useMeasureWords';
export { useReading } from './useReading';
export type { MeasureToRead } from './useReading';
