export { Endangered, EndangeredGoals } from './EndangeredGoals';
export { PurposeCard } from './PurposeCard';
export { goalsServedBy } from './purposeOf';
