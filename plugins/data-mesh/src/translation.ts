import {
  createTranslationRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { chartMessages } from './components/charts/messages';
import { componentMessages } from './components/messages';
import { contractMessages } from './contract/messages';
import { dialogMessages } from './dialogs/messages';
import { domainsMessages } from './domains/messages';
import { domainGoalsMessages } from './entity/domain/goals/messages';
import { domainMessages } from './entity/domain/messages';
import { entityMessages } from './entity/messages';
import {
  handOverMessages,
  ownershipMessages,
} from './entity/ownership/messages';
import { maturityMessages } from './entity/product/maturity/messages';
import { productMessages } from './entity/product/messages';
import { purposeMessages } from './entity/product/purpose/messages';
import { goalFormMessages } from './goals/forms/messages';
import { measuresMessages } from './goals/measures/messages';
import { goalsMessages } from './goals/messages';
import { hintMessages } from './goals/words/hintMessages';
import { goalWordsMessages } from './goals/words/messages';
import { missingFieldsMessages } from './missingFields/messages';
import { myWorkMessages } from './myWork/messages';
import { productsMessages } from './products/messages';
import { resultsMessages } from './results/messages';
import { reviewMessages } from './reviews/messages';
import { scaffolderMessages } from './scaffolder/messages';
import { setUpMessages } from './setUp/messages';
import { Translate } from './Translate';

const messages = {
  charts: chartMessages,
  components: componentMessages,
  contract: contractMessages,
  dialogs: dialogMessages,
  domain: domainMessages,
  domainGoals: domainGoalsMessages,
  domains: domainsMessages,
  entity: entityMessages,
  goals: { ...goalsMessages, ...goalFormMessages },
  goalWords: { ...goalWordsMessages, hint: hintMessages },
  handOver: handOverMessages,
  maturity: maturityMessages,
  measures: measuresMessages,
  missingFields: missingFieldsMessages,
  myWork: myWorkMessages,
  ownership: ownershipMessages,
  product: productMessages,
  products: productsMessages,
  purpose: purposeMessages,
  results: resultsMessages,
  reviews: reviewMessages,
  scaffolder: scaffolderMessages,
  setUp: setUpMessages,
};

/**
 * The words of the data mesh pages and cards. Each folder keeps its own.
 *
 * @alpha
 */
export const dataMeshTranslationRef = createTranslationRef({
  id: 'data-mesh',
  messages,
});

/** Gives the words of the data mesh. */
export type DataMeshTranslate = Translate<typeof messages>;

/** The words, in the language of the app. */
export function useDataMeshTranslation(): { t: DataMeshTranslate } {
  // The same function, of another type
  return useTranslationRef(dataMeshTranslationRef) as unknown as {
    t: DataMeshTranslate;
  };
}
