/**
 * The rules engine: facts, rule sets and their evaluation. It carries CEL, so
 * it is for the backend and the command line, never for the browser.
 *
 * @packageDocumentation
 */

export * from './evidence';
export * from './facts';
export type { FactValues } from './cel/FactScope';
export { checkCovers } from './compile/checkCovers';
export { CompiledRuleSet } from './compile/CompiledRuleSet';
export { compileRuleSet } from './compile/compileRuleSet';
export { loadRuleSet } from './compile/loadRuleSet';
export type { EvidenceKey, Vocabulary } from './compile/Vocabulary';
export { evaluate } from './evaluate/evaluate';
export type { EvaluationInput } from './evaluate/evaluate';
export { explain } from './evaluate/explain';
export type { Explanation } from './evaluate/explain';
export type { CurrentEvidence } from './evaluate/evidence';
export { outlineOf } from './evaluate/outlineOf';
export { readsOf } from './evaluate/readsOf';
export type { RuleReads } from './evaluate/readsOf';
export type { Waiver } from './evaluate/waivers';
export { overrideRuleSet, ruleSetOverrideSchema } from './set/overrideRuleSet';
export type { RuleSetOverride } from './set/overrideRuleSet';
export { parameterSchema, parameterTypes } from './set/Parameter';
export type { Parameter, ParameterType, ParameterValue } from './set/Parameter';
export { respondents, ruleSchema, ruleSetHeadSchema } from './set/RuleSet';
export type { Respondent, Rule, RuleSet } from './set/RuleSet';
export { readRuleSet } from './set/RuleSetDocument';
export type { RuleSetDocument } from './set/RuleSetDocument';
export { tellRuleSetProblem } from './set/RuleSetProblem';
export type { RuleSetProblem } from './set/RuleSetProblem';
export type { DocumentProblem, Place } from '../yaml/DocumentProblem';

// What facts and results are made of, so that this way in stands alone.
export * from '../contract';
export * from '../kind';
export * from '../results';
export * from '../api/measures';
export * from '../api/valueTree';
export * from '../valueTree/model';
