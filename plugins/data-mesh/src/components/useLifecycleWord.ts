import { useDataMeshTranslation } from '../translation';

/** Lifecycles of the kind have words; others are shown as they were written. */
export function useLifecycleWord(): (lifecycle: string) => string {
  const { t } = useDataMeshTranslation();
  return lifecycle => {
    switch (lifecycle.toLocaleLowerCase('en-US')) {
      case 'candidate':
        return t('components.lifecycle.candidate');
      case 'experimental':
        return t('components.lifecycle.experimental');
      case 'production':
        return t('components.lifecycle.production');
      case 'deprecated':
        return t('components.lifecycle.deprecated');
      case 'retired':
        return t('components.lifecycle.retired');
      case 'unknown':
        return t('components.lifecycle.unknown');
      default:
        return lifecycle;
    }
  };
}
