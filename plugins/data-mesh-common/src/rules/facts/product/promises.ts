import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

export const promisesDeclarations = {
  'promises.made': fact({
    type: 'list<string>',
    description:
      'What it promises with a value, each once, from its catalog file and its contracts',
    source: 'catalog file, contract',
    example: ['latency', 'availability', 'completeness'],
  }),
  'promises.kept': fact({
    type: 'bool',
    description: 'It keeps its promises, by the newest evidence',
    source: 'evidence',
    example: true,
  }),
  'quality.passed': fact({
    type: 'bool',
    description: 'The last run of its quality tests passed',
    source: 'evidence',
    example: true,
  }),
};

/** What is promised, and whether it is kept. */
export function promisesFacts({
  product,
  contracts,
  evidence,
}: ProductContext): FactsOf<typeof promisesDeclarations> {
  const refs = product.outputPorts.flatMap(port => port.contract?.ref ?? []);
  const made = [
    ...product.serviceLevels,
    ...refs.flatMap(ref => contracts[ref]?.serviceLevels ?? []),
  ].filter(({ value }) => value.trim() !== '');
  return {
    promises: {
      made: [
        ...new Set(
          made.map(({ property }) => property.toLocaleLowerCase('en-US')),
        ),
      ],
      kept: (evidence['promises.kept']?.value as boolean | undefined) ?? null,
    },
    quality: {
      passed:
        (evidence['quality.passed']?.value as boolean | undefined) ?? null,
    },
  };
}
