import { declareFacts, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';
import { aboutDeclarations, aboutFacts } from './about';
import { accessDeclarations, accessFacts } from './access';
import { consumersDeclarations, consumersFacts } from './consumers';
import { contractDeclarations, contractFacts } from './contract';
import { domainDeclarations, domainFacts } from './domain';
import { goalsDeclarations, goalsFacts } from './goals';
import { lifeDeclarations, lifeFacts } from './life';
import { neighboursDeclarations, neighboursFacts } from './neighbours';
import { ownerDeclarations, ownerFacts } from './owner';
import { portsDeclarations, portsFacts } from './ports';
import { productOwnerDeclarations, productOwnerFacts } from './productOwner';
import { promisesDeclarations, promisesFacts } from './promises';

/**
 * The facts of a data product.
 *
 * @public
 */
export const productFacts = declareFacts({
  ...aboutDeclarations,
  ...ownerDeclarations,
  ...productOwnerDeclarations,
  ...domainDeclarations,
  ...portsDeclarations,
  ...contractDeclarations,
  ...promisesDeclarations,
  ...accessDeclarations,
  ...consumersDeclarations,
  ...goalsDeclarations,
  ...lifeDeclarations,
  ...neighboursDeclarations,
});

/** @public */
export type ProductFacts = FactsOf<typeof productFacts>;

/**
 * Computes the facts of a data product. What cannot be known is null.
 *
 * @public
 */
export function factsOfProduct(context: ProductContext): ProductFacts {
  return {
    ...aboutFacts(context),
    ...ownerFacts(context),
    ...productOwnerFacts(context),
    ...domainFacts(context),
    ...portsFacts(context),
    ...contractFacts(context),
    ...promisesFacts(context),
    ...accessFacts(context),
    ...consumersFacts(context),
    ...goalsFacts(context),
    ...lifeFacts(context),
    ...neighboursFacts(context),
  };
}
