export * from './Contract';
export { parseContract } from './parseContract';
export { readContractFacts } from './readContractFacts';
