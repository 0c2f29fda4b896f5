export { DomainOwnership } from './DomainOwnership';
export { GroupOwnership } from './GroupOwnership';
export { OwnershipCard } from './OwnershipCard';
export { ProductOwnership } from './ProductOwnership';
