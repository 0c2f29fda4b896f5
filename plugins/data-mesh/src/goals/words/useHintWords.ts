import { Hint } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { numberWords } from '../measures/numbers';
import { hintMessages } from './hintMessages';

type KnownHint = keyof typeof hintMessages;

/** What a hint says, and what can be done about it. */
export interface HintWords {
  title: string;
  fix: string;
}

/** Whether there are words for a hint of this code. */
export function isKnownHint(code: string): code is KnownHint {
  return Object.hasOwn(hintMessages, code);
}

/** Hints in words; one of a newer backend is told by its code. */
export function useHintWords(): (
  hint: Pick<Hint, 'code' | 'value' | 'domain'>,
) => HintWords {
  const { t } = useDataMeshTranslation();
  return ({ code, value, domain }) => {
    const key = isKnownHint(code) ? code : 'other';
    const found = {
      code: code.replaceAll('-', ' '),
      value:
        typeof value === 'number' ? numberWords(value) : dateWords(value ?? ''),
      domain: domain?.title ?? '',
    };
    return {
      title: t(`goalWords.hint.${key}.title`, found),
      fix: t(`goalWords.hint.${key}.fix`, found),
    };
  };
}
