export { readContractSource } from './readContractSource';
export { createContractSourceRouter } from './router';
