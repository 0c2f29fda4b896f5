import { NodeKind } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { nameOf } from '../../products/useFacetTitle';
import { useDataMeshTranslation } from '../../translation';
import { useGoalWords } from '../words';
import { DraftValue, fieldInputs, NodeField } from './nodeDraft';

const namedByKind = ['title', 'description', 'owner'] as const;

/** What the fields of a node are called, and what they say. */
export function useFieldWords(): {
  labelOf: (field: NodeField, kind: NodeKind) => string;
  /** An example, mostly. */
  helpOf: (field: NodeField, kind: NodeKind) => string;
  wordsOf: (field: NodeField, value: unknown) => string;
} {
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const isByKind = (field: NodeField): field is (typeof namedByKind)[number] =>
    (namedByKind as readonly string[]).includes(field);
  return {
    labelOf: (field, kind) =>
      field === 'title'
        ? t(`goals.fields.title.${kind}`)
        : t(`goals.fields.${field}`),
    helpOf: (field, kind) =>
      isByKind(field)
        ? t(`goals.help.${field}.${kind}`)
        : t(`goals.help.${field}`),
    wordsOf: (field, given) => {
      const value = given as DraftValue | number | null | undefined;
      if (value === undefined || value === null) {
        return '';
      }
      if (typeof value === 'boolean') {
        return t(value ? 'goals.form.yes' : 'goals.form.no');
      }
      if (Array.isArray(value)) {
        return value
          .map(item =>
            typeof item === 'string'
              ? asName(field, item)
              : `${item.role}: ${nameOf(item.ref)}`,
          )
          .join('\n');
      }
      const text = String(value);
      if (
        field === 'stance' &&
        ['explore', 'exploit', 'sustain'].includes(text)
      ) {
        return words.stance(text as 'explore' | 'exploit' | 'sustain');
      }
      if (field === 'benefit' && ['opportunity', 'capability'].includes(text)) {
        return t(`goals.benefit.${text as 'opportunity' | 'capability'}`);
      }
      return fieldInputs[field]?.as === 'date'
        ? dateWords(text)
        : asName(field, text);
    },
  };

  function asName(field: NodeField, text: string) {
    const as = fieldInputs[field]?.as;
    return as === 'entity' || as === 'entities' ? nameOf(text) : text;
  }
}
