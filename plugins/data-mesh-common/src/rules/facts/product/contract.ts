import { ContractFacts } from '../../../contract';
import { daysBetween } from '../days';
import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

export const contractDeclarations = {
  'contract.count': fact({
    type: 'int',
    description: 'Contracts that its output ports name',
    source: 'catalog file',
    example: 1,
  }),
  'contract.isReadable': fact({
    type: 'bool',
    description:
      'Each contract that it names is in the catalog and can be read',
    note: 'Not known of contracts that are kept elsewhere.',
    source: 'contract',
    example: true,
  }),
  'contract.describedShare': fact({
    type: 'double',
    unit: 'share',
    description: 'Fields that are described',
    note: 'Fields of the contract with a description of at least 10 characters. Not known without fields.',
    source: 'contract',
    example: 0.92,
  }),
  'contract.businessKeys': fact({
    type: 'list<string>',
    description: 'Business keys that its fields declare',
    source: 'contract',
    example: ['order_id', 'clinic_id'],
  }),
  'contract.qualityRules': fact({
    type: 'int',
    description: 'Quality rules it declares',
    source: 'contract',
    example: 5,
  }),
  'contract.hasVersion': fact({
    type: 'bool',
    description: 'Each contract has a version',
    source: 'contract',
    example: true,
  }),
  'contract.hasNotice': fact({
    type: 'bool',
    description: 'It says how long before a breaking change consumers hear',
    source: 'catalog file, contract',
    example: true,
  }),
  'contract.hasReviewDate': fact({
    type: 'bool',
    description: 'A day is set to look at the contract or agreement again',
    source: 'contract, evidence',
    example: true,
  }),
  'contract.reviewOverdueDays': fact({
    type: 'int',
    unit: 'days',
    description:
      'Days since the contract or agreement was to be looked at again',
    note: 'Negative while that day is still to come.',
    source: 'contract, evidence',
    example: 12,
  }),
  'classification.found': fact({
    type: 'list<string>',
    description: 'Its data class',
    note: 'Where it names none, those of its ports, else those of the fields of its contracts.',
    source: 'catalog file, contract',
    example: ['internal'],
  }),
};

/** What the contracts of the product say. */
export function contractFacts(
  context: ProductContext,
): FactsOf<typeof contractDeclarations> {
  const { product } = context;
  const named = product.outputPorts.flatMap(port => port.contract ?? []);
  const refs = new Set(named.flatMap(({ ref }) => ref ?? []));
  const isUnread = named.some(({ ref, isElsewhere }) => !ref && isElsewhere);
  const isBroken = named.some(({ ref, isElsewhere }) => !ref && !isElsewhere);
  const found = [...refs].map(ref => context.contracts[ref] ?? null);
  const contracts = found.filter(
    (one): one is ContractFacts => one !== null && one.problem === undefined,
  );
  const fields = sum(contracts, one => one.fields.length);
  const overdue = reviewOverdueDays(context, contracts);
  const isReadable =
    named.length > 0 && !isBroken && contracts.length === found.length;
  return {
    contract: {
      count: refs.size + named.filter(({ ref }) => !ref).length,
      isReadable: isReadable && isUnread ? null : isReadable,
      describedShare: fields
        ? sum(contracts, one => one.explainedFields) / fields
        : null,
      businessKeys: once(contracts.flatMap(one => one.businessKeys)),
      qualityRules: sum(contracts, one => one.qualityRules),
      hasVersion:
        contracts.length > 0 && contracts.every(one => Boolean(one.version)),
      hasNotice:
        product.notice !== undefined ||
        contracts.some(one => one.notice !== undefined),
      hasReviewDate: overdue !== undefined,
      reviewOverdueDays: overdue ?? null,
    },
    classification: { found: classesOf(context, contracts) },
  };
}

/** The earliest of the days on which to look at it again. */
function reviewOverdueDays(
  { evidence, mesh }: ProductContext,
  contracts: readonly ContractFacts[],
): number | undefined {
  const agreed = evidence['agreements.reviewAt'];
  const days = [
    ...contracts.map(one => one.reviewAt),
    agreed?.value as string | undefined,
  ].flatMap(day => daysBetween(day, mesh.today) ?? []);
  return days.length ? Math.max(...days) : undefined;
}

function classesOf(
  { product }: ProductContext,
  contracts: readonly ContractFacts[],
): string[] {
  if (product.classification) {
    return [product.classification];
  }
  const ofPorts = product.outputPorts.flatMap(
    port => port.classification ?? [],
  );
  return once(
    ofPorts.length
      ? ofPorts
      : contracts.flatMap(one =>
          one.classifications.map(name => name.toLocaleLowerCase('en-US')),
        ),
  );
}

function sum(
  contracts: readonly ContractFacts[],
  count: (contract: ContractFacts) => number,
): number {
  return contracts.reduce((total, one) => total + count(one), 0);
}

function once(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
