import {
  Cause,
  RuleSetOutline,
  RuleStatus,
  Severity,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../components/dateWords';
import { useDataMeshTranslation } from '../translation';

const DAY = 24 * 60 * 60 * 1000;
/** From here on a date says more than a number of days. */
const MOST_DAYS = 60;

/** Whole days from the day of a time to today, both UTC. */
export function daysSince(time: string, now: number = Date.now()): number {
  const from = Date.parse(time.slice(0, 10));
  return Math.max(0, Math.floor(now / DAY) - Math.floor(from / DAY));
}

/** What results are called, in the language of the app. */
export function useResultWords() {
  const { t } = useDataMeshTranslation();

  const status = (
    one: RuleStatus,
    more: { until?: string; isOpenPoint?: boolean } = {},
  ): string => {
    if (more.isOpenPoint && (one === 'pass' || one === 'fail')) {
      return t(
        one === 'pass' ? 'results.status.inOrder' : 'results.status.open',
      );
    }
    switch (one) {
      case 'waived':
        return more.until
          ? t('results.status.waivedUntil', { date: dateWords(more.until) })
          : t('results.status.waived');
      case 'not-applicable':
        return t('results.status.notApplicable');
      case 'not-measured':
        return t('results.status.notMeasured');
      default:
        return t(`results.status.${one}`);
    }
  };

  const severity = (one: Severity): string => t(`results.severity.${one}`);

  const level = (
    outline: Pick<RuleSetOutline, 'levels'> | undefined,
    number: number,
  ): string =>
    outline?.levels[number]?.title ??
    t('results.level', { level: String(number) });

  /** For how long; undefined when that is not known. */
  const since = (time: string | null | undefined): string | undefined => {
    if (time === undefined) {
      return undefined;
    }
    if (time === null) {
      return t('results.since.before');
    }
    const days = daysSince(time);
    if (days > MOST_DAYS) {
      return t('results.since.date', { date: dateWords(time) });
    }
    return days === 0
      ? t('results.since.today')
      : t('results.since.days', { count: days });
  };

  const ago = (time: string): string => {
    const days = daysSince(time);
    if (days > MOST_DAYS) {
      return dateWords(time);
    }
    return days === 0
      ? t('results.since.agoToday')
      : t('results.since.ago', { count: days });
  };

  const cause = ({ kind, entity, key, by, source }: Cause): string => {
    switch (kind) {
      case 'entity':
      case 'contract':
        return entity
          ? t(`results.cause.${kind}Of`, { entity: entity.title })
          : t(`results.cause.${kind}`);
      case 'evidence':
        if (key && source) {
          return t('results.cause.evidenceFrom', { source, key });
        }
        return key
          ? t('results.cause.evidenceKey', { key })
          : t('results.cause.evidence');
      case 'answer':
      case 'waiver':
        return by
          ? t(`results.cause.${kind}By`, { person: by.title })
          : t(`results.cause.${kind}`);
      case 'rule-set':
        return t('results.cause.ruleSet');
      default:
        return t(`results.cause.${kind}`);
    }
  };

  /** Who may answer; a word that is not known stays as it is. */
  const respondent = (who: string): string => {
    switch (who) {
      case 'owner':
      case 'product-owner':
      case 'domain-owner':
      case 'data-lead':
      case 'consumer':
      case 'platform-owner':
        return t(`results.respondent.${who}`);
      default:
        return who;
    }
  };

  return { respondent, status, severity, level, since, ago, cause };
}
