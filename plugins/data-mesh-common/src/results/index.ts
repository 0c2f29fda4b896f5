export { catalogFilePartSchema } from './catalogFilePart';
export type { CatalogFilePart } from './catalogFilePart';
export * from './RuleResult';
export * from './RuleSetOutline';
export * from './statuses';
export { ifFixed } from './ifFixed';
export { levelOf } from './levelOf';
export type { LevelOutline, LevelRule, Levels } from './levelOf';
