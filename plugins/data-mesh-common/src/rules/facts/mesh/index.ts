export { findSimilar } from './findSimilar';
export { GoalIndex, noGoals } from './GoalIndex';
export type { DomainGoals, GoalProof } from './GoalIndex';
export { ProductIndex } from './ProductIndex';
