export { AnswerDialog } from './AnswerDialog';
export type { Question } from './AnswerDialog';
export { AnswerValue, valueOfAnswer } from './AnswerValue';
export { ExceptionList } from './ExceptionList';
export { RuleActions } from './RuleActions';
export { RuleDialogs } from './RuleDialogs';
export { RuleText } from './RuleText';
export { ToDoItem } from './ToDoItem';
export { daysSince, useResultWords } from './useResultWords';
export { useToDo } from './useToDo';
export type { EntityToDo } from './useToDo';
export { WaiverDialog } from './WaiverDialog';
export {
  CauseWords,
  LevelWord,
  SeverityWord,
  Since,
  StatusWord,
} from './words';
