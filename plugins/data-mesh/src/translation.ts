import {
  createTranslationRef,
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { chartMessages } from './components/charts/messages';
import { componentMessages } from './components/messages';
import { contractMessages } from './contract/messages';
import { domainsMessages } from './domains/messages';
import { domainMessages } from './entity/domain/messages';
import { entityMessages } from './entity/messages';
import {
  handOverMessages,
  ownershipMessages,
} from './entity/ownership/messages';
import { maturityMessages } from './entity/product/maturity/messages';
import { productMessages } from './entity/product/messages';
import { missingFieldsMessages } from './missingFields/messages';
import { myWorkMessages } from './myWork/messages';
import { productsMessages } from './products/messages';
import { resultsMessages } from './results/messages';
import { scaffolderMessages } from './scaffolder/messages';
import { setUpMessages } from './setUp/messages';

/**
 * The words of the data mesh pages and cards. Each folder keeps its own.
 *
 * @alpha
 */
export const dataMeshTranslationRef = createTranslationRef({
  id: 'data-mesh',
  messages: {
    charts: chartMessages,
    components: componentMessages,
    contract: contractMessages,
    domain: domainMessages,
    domains: domainsMessages,
    entity: entityMessages,
    handOver: handOverMessages,
    maturity: maturityMessages,
    missingFields: missingFieldsMessages,
    myWork: myWorkMessages,
    ownership: ownershipMessages,
    product: productMessages,
    products: productsMessages,
    results: resultsMessages,
    scaffolder: scaffolderMessages,
    setUp: setUpMessages,
  },
});

/** The words, in the language of the app. */
export function useDataMeshTranslation(): {
  t: TranslationFunction<typeof dataMeshTranslationRef.T>;
} {
  return useTranslationRef(dataMeshTranslationRef);
}
