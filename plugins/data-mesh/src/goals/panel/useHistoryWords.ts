import {
  MeasureFields,
  NodeKind,
  NodeState,
  nodeStates,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { fieldInputs, NodeField } from '../forms/nodeDraft';
import { useFieldWords } from '../forms/useFieldWords';
import { goalsMessages } from '../messages';
import { useGoalWords } from '../words';

const { action: actions, field: others } = goalsMessages.history;

/** Those that are called as their inputs are. */
const measureFields = [
  'name',
  'class',
  'timing',
  'direction',
  'unit',
  'checkpoints',
  'cadenceDays',
  'primary',
  'source',
  'owner',
  'scale',
] as const satisfies readonly (keyof MeasureFields)[];

/** Whether a node has a field of this name. */
export function isNodeField(name: string): name is NodeField {
  return Object.hasOwn(fieldInputs, name);
}

/**
 * What was done to the tree, in words. What a newer backend tells and is not
 * known here is said as it comes.
 */
export function useHistoryWords(): {
  /** Such as `edited`; or the state that a node came to. */
  actionOf: (action: string) => string;
  /** What a field, or something else that may change, is called. */
  fieldOf: (name: string, of: NodeKind | 'measure') => string;
} {
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const { labelOf } = useFieldWords();
  return {
    actionOf: action => {
      if (isIn(actions, action)) {
        return t(`goals.history.action.${action}`);
      }
      return isState(action)
        ? t('goals.history.state', { state: words.state(action) })
        : action;
    },
    fieldOf: (name, of) => {
      const other = name === 'parentId' ? 'parent' : name;
      if (isIn(others, other)) {
        return t(`goals.history.field.${other}`);
      }
      if (of !== 'measure') {
        return isNodeField(name) ? labelOf(name, of) : name;
      }
      if (name === 'baseline' || name === 'target') {
        return t(`goals.chart.${name}`);
      }
      const field = measureFields.find(one => one === name);
      return field ? t(`goals.measure.${field}`) : name;
    },
  };
}

function isIn<T extends object>(
  words: T,
  name: string,
): name is keyof T & string {
  return Object.hasOwn(words, name);
}

function isState(name: string): name is NodeState {
  return (nodeStates as readonly string[]).includes(name);
}
