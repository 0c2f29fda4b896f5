import { Vocabulary } from '../compile/Vocabulary';
import { evidenceKeys } from '../evidence';
import { domainFacts } from './domain';
import { productFacts } from './product';

/**
 * What rules can speak of: the declared facts of data products and domains,
 * and the declared evidence keys.
 *
 * @public
 */
export const vocabulary: Vocabulary = {
  subjects: { DataProduct: productFacts, Domain: domainFacts },
  evidence: evidenceKeys,
};
