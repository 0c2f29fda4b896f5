import { Measure } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { amountWords, digitsOf, numberWords } from './numbers';

/** What the words of a measure are made from. */
export type MeasureValues = Pick<
  Measure,
  'direction' | 'unit' | 'baseline' | 'target' | 'standing'
>;

/**
 * The values of a measure in one line: “14.2 to 12.6 %, expected 10.9 by now,
 * wants 9”. Never how far it has come: per cent of per cent mislead.
 */
export function useMeasureWords(): (measure: MeasureValues) => string {
  const { t } = useDataMeshTranslation();
  return measure => {
    const { direction, unit, baseline, target, standing } = measure;
    const { current, expectedValue, status } = standing;
    const digits = digitsOf(measure);
    const parts: string[] = [];
    if (current && status !== 'no-data') {
      const now = amountWords(current.value, unit, digits);
      parts.push(
        baseline && direction !== 'keep-in-range'
          ? t('measures.line.fromTo', {
              from: numberWords(baseline.value, digits),
              current: now,
            })
          : now,
      );
    } else if (baseline) {
      const start = amountWords(baseline.value, unit, digits);
      parts.push(t('measures.line.atStart', { baseline: start }));
    }
    if (
      expectedValue !== undefined &&
      ['on-track', 'at-risk', 'off-track', 'stale'].includes(status) &&
      direction !== 'keep-in-range'
    ) {
      const value = numberWords(expectedValue, digits);
      parts.push(
        status === 'stale'
          ? t('measures.line.expectedThen', { value })
          : t('measures.line.expected', { value }),
      );
    }
    const { from, to, value } = target ?? {};
    if (from !== undefined && to !== undefined) {
      parts.push(
        t('measures.line.wantsRange', {
          from: numberWords(from),
          to: numberWords(to),
        }),
      );
    } else if (value !== undefined) {
      parts.push(t('measures.line.wants', { value: numberWords(value) }));
    }
    if (current && status === 'stale') {
      parts.push(
        t('measures.line.lastRead', { date: dateWords(current.date) }),
      );
    }
    return parts.join(', ') || t('measures.line.noValues');
  };
}
