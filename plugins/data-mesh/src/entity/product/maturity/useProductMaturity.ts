import { useMemo } from 'react';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  warningsOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { EntityToDo, useToDo } from '../../../results';
import { useAnswersFor } from '../useAnswersFor';

/**
 * Where the data product of the page stands, and the one list of what to do.
 * Its catalog file is only for those to mend who can.
 */
export function useProductMaturity(): EntityToDo & {
  entity: DataProductEntityV1alpha1;
} {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const answersFor = useAnswersFor(entity);
  const warnings = useMemo(
    () => (answersFor ? warningsOf(entity) : []),
    [answersFor, entity],
  );
  return { entity, ...useToDo(entity, warnings) };
}
