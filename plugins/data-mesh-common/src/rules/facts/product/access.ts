import { holds } from '../../evidence/pickEvidence';
import { daysBetween } from '../days';
import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

const RESPONSE_TIME = 'supportresponsetime';
const GOES_ON = 'funding.goesOn';

export const accessDeclarations = {
  'access.saysHow': fact({
    type: 'bool',
    description: 'It says how to ask for access',
    source: 'catalog file',
    example: true,
  }),
  'access.hasApprover': fact({
    type: 'bool',
    description: 'It says who approves access',
    source: 'catalog file',
    example: true,
  }),
  'access.isOpen': fact({
    type: 'bool',
    description: 'Everyone may read it without asking',
    source: 'catalog file',
    example: false,
  }),
  'privacy.saysRetention': fact({
    type: 'bool',
    description: 'It says for how long data is kept',
    source: 'catalog file',
    example: true,
  }),
  'privacy.saysLegalBasis': fact({
    type: 'bool',
    description: 'It says on what legal basis data is held',
    source: 'catalog file',
    example: true,
  }),
  'privacy.saysMasking': fact({
    type: 'bool',
    description: 'It says what is masked, and for whom',
    source: 'catalog file',
    example: true,
  }),
  'support.hasChannel': fact({
    type: 'bool',
    description: 'It names a place where questions are answered',
    source: 'catalog file, contract',
    example: true,
  }),
  'support.hasResponseTime': fact({
    type: 'bool',
    description: 'It says how soon an answer can be expected',
    source: 'catalog file, contract',
    example: true,
  }),
  'funding.isNamed': fact({
    type: 'bool',
    description: 'A team or budget that runs it beyond the project is named',
    note: 'What was answered within a year counts over the catalog file.',
    source: 'catalog file, answers',
    example: true,
  }),
  'funding.hasEnd': fact({
    type: 'bool',
    description: 'The money for running it ends on a named day',
    note: 'A day that was over when somebody said that it goes on counts no more.',
    source: 'catalog file, answers',
    example: false,
  }),
  'funding.daysLeft': fact({
    type: 'int',
    unit: 'days',
    description: 'Days until the money for running it ends',
    note: 'Not known without an end.',
    source: 'catalog file, answers',
    example: 400,
  }),
};

/** Who may use the product, who helps and who pays. */
export function accessFacts(
  context: ProductContext,
): FactsOf<typeof accessDeclarations> {
  const { product, contracts } = context;
  const { access, privacy } = product;
  const read = product.outputPorts.flatMap(port => {
    const { ref } = port.contract ?? {};
    return (ref && contracts[ref]) || [];
  });
  const serviceLevels = [
    ...product.serviceLevels,
    ...read.flatMap(contract => contract.serviceLevels),
  ];
  return {
    access: {
      saysHow: access.howTo,
      hasApprover: access.approver,
      isOpen: access.open,
    },
    privacy: {
      saysRetention: privacy.retention,
      saysLegalBasis: privacy.legalBasis,
      saysMasking: privacy.masking,
    },
    support: {
      hasChannel:
        product.supportChannels > 0 ||
        read.some(contract => contract.supportChannels > 0),
      hasResponseTime: serviceLevels.some(
        ({ property, value }) =>
          property.toLocaleLowerCase('en-US') === RESPONSE_TIME &&
          value.trim() !== '',
      ),
    },
    funding: fundingOf(context),
  };
}

/** People know of a budget before, or without, the catalog file. */
function fundingOf({ product: { funding }, mesh, evidence }: ProductContext) {
  const { today } = mesh;
  const said = evidence[GOES_ON];
  const answer = said && holds(GOES_ON, said, today) ? said : undefined;
  const until =
    answer?.value === true &&
    (daysBetween(answer.observedAt, funding?.until) ?? 1) <= 0
      ? undefined
      : funding?.until;
  return {
    isNamed: answer ? answer.value === true : funding !== undefined,
    hasEnd: until !== undefined,
    daysLeft: daysBetween(today, until) ?? null,
  };
}
