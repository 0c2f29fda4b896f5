export { findSimilar } from './findSimilar';
export { ProductIndex } from './ProductIndex';
