import { RuleExplanation } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../../components/dateWords';
import { useDataMeshTranslation } from '../../../translation';

type Evidence = RuleExplanation['evidence'][number];

/** Values of facts and the state of evidence, in words. */
export function useFactWords() {
  const { t } = useDataMeshTranslation();

  const value = (one: unknown): string => {
    if (one === null || one === undefined) {
      return t('maturity.judged.notKnown');
    }
    if (typeof one === 'boolean') {
      return t(one ? 'maturity.judged.yes' : 'maturity.judged.no');
    }
    if (Array.isArray(one)) {
      return one.length
        ? one.map(value).join(', ')
        : t('maturity.judged.nothing');
    }
    if (typeof one === 'object') {
      return Object.entries(one)
        .map(([key, inner]) => `${key}: ${value(inner)}`)
        .join('; ');
    }
    return one === '' ? t('maturity.judged.nothing') : dateWords(String(one));
  };

  const evidence = ({ state, observed, until, delivered }: Evidence) => {
    const seen =
      observed && t('maturity.judged.seen', { date: dateWords(observed) });
    const date = until ? dateWords(until) : '';
    const stateWords = () => {
      switch (state) {
        case 'current':
          return until
            ? t('maturity.judged.state.current', { date })
            : t('maturity.judged.state.currentForEver');
        case 'outdated':
          return t('maturity.judged.state.outdated', { date });
        case 'missing':
          return t(
            delivered
              ? 'maturity.judged.state.missing'
              : 'maturity.judged.state.never',
          );
        default:
          return t('maturity.judged.state.undated');
      }
    };
    return [seen, stateWords()].filter(Boolean).join(', ');
  };

  return { value, evidence };
}
