import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { problemsOf } from '../answers';
import { findEntity } from '../findEntity';
import { wordsIn } from '../words';
import { refOfName } from './refOfName';

/** Refuses a name that the catalog does not take, or that is taken. */
export const checkName: CustomFieldValidator<string | undefined> = async (
  name,
  field,
  { apiHolder, formData },
) => {
  const problems = problemsOf(formData, 'name');
  problems.forEach(({ message }) => field.addError(message));

  const catalogApi = apiHolder.get(catalogApiRef);
  if (name && !problems.length && catalogApi) {
    const found = await findEntity(catalogApi, refOfName(name))
      // The action asks again; a catalog that is busy need not stop a person
      .catch(() => undefined);
    if (found) {
      field.addError(wordsIn(apiHolder)('scaffolder.name.taken', { name }));
    }
  }
};
