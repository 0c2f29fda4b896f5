export { DomainGoalsCard } from './DomainGoalsCard';
