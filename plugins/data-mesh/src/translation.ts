import {
  createTranslationRef,
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { componentMessages } from './components/messages';
import { contractMessages } from './contract/messages';
import { entityMessages } from './entity/messages';
import { productMessages } from './entity/product/messages';
import { productsMessages } from './products/messages';
import { scaffolderMessages } from './scaffolder/messages';

/**
 * The words of the data mesh pages and cards. Each folder keeps its own.
 *
 * @alpha
 */
export const dataMeshTranslationRef = createTranslationRef({
  id: 'data-mesh',
  messages: {
    components: componentMessages,
    contract: contractMessages,
    entity: entityMessages,
    product: productMessages,
    products: productsMessages,
    scaffolder: scaffolderMessages,
  },
});

/** The words, in the language of the app. */
export function useDataMeshTranslation(): {
  t: TranslationFunction<typeof dataMeshTranslationRef.T>;
} {
  return useTranslationRef(dataMeshTranslationRef);
}
