export { ContractContent } from './ContractContent';
export { isContractEntity } from './isContractEntity';
export { CONTRACT_TAB_PATH } from './place';
