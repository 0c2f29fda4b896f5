import { dateWords } from '../components/dateWords';
import { useDataMeshTranslation } from '../translation';

/** How long ago something was, and how long something takes, in words. */
export function useTimeWords() {
  const { t } = useDataMeshTranslation();

  const ago = (time: string, now: number = Date.now()): string => {
    const minutes = Math.floor((now - Date.parse(time)) / 60_000);
    if (minutes < 1) {
      return t('setUp.time.justNow');
    }
    if (minutes < 120) {
      return t('setUp.time.minutes', { count: minutes });
    }
    return minutes < 48 * 60
      ? t('setUp.time.hours', { count: Math.floor(minutes / 60) })
      : dateWords(time);
  };

  const lasting = (seconds: number): string => {
    if (seconds < 120) {
      return t('setUp.time.seconds', { count: seconds });
    }
    return seconds < 2 * 60 * 60
      ? t('setUp.time.lasting', { count: Math.round(seconds / 60) })
      : t('setUp.time.lastingHours', { count: Math.round(seconds / 3600) });
  };

  return { ago, lasting };
}
