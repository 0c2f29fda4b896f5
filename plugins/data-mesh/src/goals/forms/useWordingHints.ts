import {
  countsOutput,
  isWordedAsOutput,
  measureDirections,
  NodeKind,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { MeasureDraft } from './measureDraft';
import { DraftValue, NodeField } from './nodeDraft';

/** What could be better about the wording of a field, while it is written. */
export function useWordingHints(): (
  kind: NodeKind,
  field: NodeField,
  value: DraftValue | undefined,
) => string[] {
  const { t } = useDataMeshTranslation();
  return (kind, field, value) => {
    const isTitle = kind === 'goal' && field === 'title';
    return isTitle && typeof value === 'string' && isWordedAsOutput(value)
      ? [t('goals.hints.output')]
      : [];
  };
}

/** The same of what a measure is called. */
export function useMeasureHints(): (draft: MeasureDraft) => string[] {
  const { t } = useDataMeshTranslation();
  return ({ name = '', unit = '', direction }) => {
    const known = measureDirections.find(one => one === direction);
    return known && countsOutput({ name, unit, direction: known })
      ? [t('goals.hints.counts')]
      : [];
  };
}
