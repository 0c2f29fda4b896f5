import { ApiHolder } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { DataMeshTranslate, dataMeshTranslationRef } from '../translation';

/** Our words outside of components, for validators. */
export function wordsIn(apis: ApiHolder): DataMeshTranslate {
  const snapshot = apis
    .get(translationApiRef)
    ?.getTranslation(dataMeshTranslationRef);
  if (!snapshot?.ready) {
    // The fields themselves are drawn with these words, so they are loaded
    throw new Error('The words of the data mesh are not loaded yet.');
  }
  // The same function, of another type
  return snapshot.t as unknown as DataMeshTranslate;
}
