export { HintItem } from './HintItem';
export { MeasureStatusWord, StandingWords } from './StandingWords';
export { useGoalWords } from './useGoalWords';
export type { GoalWords } from './useGoalWords';
export { useHintWords } from './useHintWords';
export type { HintWords } from './useHintWords';
