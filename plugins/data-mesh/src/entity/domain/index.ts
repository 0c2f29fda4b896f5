export { DomainMaturity } from './DomainMaturity';
export { DomainMaturityContent } from './DomainMaturityContent';
export { DomainProductsCard } from './DomainProductsCard';
