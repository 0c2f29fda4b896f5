import { declareFacts, FactsOf } from '../declareFacts';
import { DomainContext } from '../DomainContext';
import { exchangeDeclarations, exchangeFacts } from './exchange';
import { domainGoalsDeclarations, domainGoalsFacts } from './goals';
import { peopleDeclarations, peopleFacts } from './people';
import { productsDeclarations, productsFacts } from './products';

/**
 * The facts of a domain.
 *
 * @public
 */
export const domainFacts = declareFacts({
  ...peopleDeclarations,
  ...productsDeclarations,
  ...exchangeDeclarations,
  ...domainGoalsDeclarations,
});

/** @public */
export type DomainFacts = FactsOf<typeof domainFacts>;

/**
 * Computes the facts of a domain. What cannot be known is null.
 *
 * @public
 */
export function factsOfDomain(context: DomainContext): DomainFacts {
  return {
    ...peopleFacts(context),
    ...productsFacts(context),
    ...exchangeFacts(context),
    ...domainGoalsFacts(context),
  };
}
