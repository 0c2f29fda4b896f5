import { useEntity } from '@backstage/plugin-catalog-react';
import { DomainOwnership } from './DomainOwnership';
import { GroupOwnership } from './GroupOwnership';
import { ProductOwnership } from './ProductOwnership';

/** Who answers for the entity of the page, and what is open about that. */
export function OwnershipCard() {
  const { entity } = useEntity();
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'domain':
      return <DomainOwnership />;
    case 'group':
      return <GroupOwnership />;
    default:
      return <ProductOwnership />;
  }
}
