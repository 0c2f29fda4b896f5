import { useDataMeshTranslation } from '../translation';
import { dateWords } from '../components/dateWords';
import { readDuration } from './duration';

/** The words of ODCS for a promise, and what this code calls them. */
const PROPERTIES = {
  latency: 'latency',
  freshness: 'freshness',
  frequency: 'frequency',
  retention: 'retention',
  availability: 'availability',
  throughput: 'throughput',
  errorrate: 'errorRate',
  generalavailability: 'generalAvailability',
  endofsupport: 'endOfSupport',
  endoflife: 'endOfLife',
  timetodetect: 'timeToDetect',
  timetonotify: 'timeToNotify',
  timetorepair: 'timeToRepair',
  timeofavailability: 'timeOfAvailability',
  supportresponsetime: 'supportResponseTime',
} as const;

/** A promise in the words of ODCS, from a contract or a catalog file. */
export type PlainServiceLevel = {
  property: string;
  value: string | number | boolean;
  unit?: string;
};

/** Says spans of time in words: `1 hour`; other values as they are. */
export function useDurationWords(): (value: string, unit?: string) => string {
  const { t } = useDataMeshTranslation();
  return (value, unit) => {
    const duration = readDuration(value, unit);
    if (duration) {
      return t(`contract.unit.${duration.unit}`, { count: duration.count });
    }
    if (unit && /^(%|percent(age)?)$/i.test(unit)) {
      return `${value} %`;
    }
    return unit ? `${value} ${unit}` : dateWords(value);
  };
}

/** Says a promise in plain words: `Delay at most 1 hour`. */
export function useServiceLevelWords(): (level: PlainServiceLevel) => string {
  const { t } = useDataMeshTranslation();
  const durationWords = useDurationWords();
  return level => {
    const value = durationWords(String(level.value), level.unit);
    const key = level.property
      .toLocaleLowerCase('en-US')
      .replace(/[^a-z]/g, '');
    const duration = readDuration(String(level.value), level.unit);
    if (key === 'frequency' && duration?.count === 1) {
      return t(`contract.serviceLevels.every.${duration.unit}`);
    }
    if (Object.hasOwn(PROPERTIES, key)) {
      const word = PROPERTIES[key as keyof typeof PROPERTIES];
      return t(`contract.serviceLevels.${word}`, { value });
    }
    return t('contract.serviceLevels.other', {
      property: level.property,
      value,
    });
  };
}
