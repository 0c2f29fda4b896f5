import { useDataMeshTranslation } from '../../translation';

const TYPES = {
  'source-aligned': 'sourceAligned',
  sourcealigned: 'sourceAligned',
  aggregate: 'aggregate',
  'consumer-aligned': 'consumerAligned',
  consumeraligned: 'consumerAligned',
} as const;

/** Says what a type of product means; other words stay as they are. */
export function useTypeWords(): (type: string) => string {
  const { t } = useDataMeshTranslation();
  return type => {
    const key = type.toLocaleLowerCase('en-US');
    return Object.hasOwn(TYPES, key)
      ? t(`product.about.types.${TYPES[key as keyof typeof TYPES]}`)
      : type;
  };
}

const PERSONAS = {
  analyst: 'analyst',
  scientist: 'scientist',
  'application-developer': 'applicationDeveloper',
  'decision-maker': 'decisionMaker',
  auditor: 'auditor',
} as const;

/** The people a product is made for; other words stay as they are. */
export function usePersonaWord(): (persona: string) => string {
  const { t } = useDataMeshTranslation();
  return persona => {
    const key = persona.toLocaleLowerCase('en-US');
    return Object.hasOwn(PERSONAS, key)
      ? t(`product.about.persona.${PERSONAS[key as keyof typeof PERSONAS]}`)
      : persona;
  };
}
