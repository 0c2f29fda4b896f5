import { ApiHolder } from '@backstage/core-plugin-api';
import {
  TranslationFunction,
  translationApiRef,
} from '@backstage/core-plugin-api/alpha';
import { dataMeshTranslationRef } from '../translation';

/** Our words outside of components, for validators. */
export function wordsIn(
  apis: ApiHolder,
): TranslationFunction<typeof dataMeshTranslationRef.T> {
  const snapshot = apis
    .get(translationApiRef)
    ?.getTranslation(dataMeshTranslationRef);
  if (!snapshot?.ready) {
    // The fields themselves are drawn with these words, so they are loaded
    throw new Error('The words of the data mesh are not loaded yet.');
  }
  return snapshot.t;
}
