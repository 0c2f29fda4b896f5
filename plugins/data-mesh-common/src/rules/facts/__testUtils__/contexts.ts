import { ContractFacts } from '../../../contract';
import { EvidenceRecord, evidenceByAuthor, pickEvidence } from '../../evidence';
import { DomainContext } from '../DomainContext';
import { noGoals } from '../mesh';
import { MeshContext } from '../MeshContext';
import { Organisation } from '../Organisation';
import { ProductContext } from '../ProductContext';
import { ProductDescription } from '../ProductDescription';

export const TODAY = '2026-03-01';

const group = (ref: string, parent?: string, ...members: string[]) => ({
  ref: `group:default/${ref}`,
  type: parent ? 'team' : 'unit',
  parent: parent && `group:default/${parent}`,
  members: members.map(name => `user:default/${name}`),
});

/** Two domains with a team each, one without a group, and a central team. */
export const mesh: MeshContext = {
  today: TODAY,
  organisation: new Organisation({
    groups: [
      group('lab', undefined, 'head'),
      group('lab-data', 'lab', 'ann', 'bo'),
      group('sales'),
      group('sales-data', 'sales', 'cy'),
      group('bi', undefined, 'dee'),
      group('guild', undefined, 'ann', 'dee'),
    ],
    users: ['head', 'ann', 'bo', 'cy', 'dee'].map(
      name => `user:default/${name}`,
    ),
    domains: [
      { ref: 'domain:default/diagnostics', owner: 'group:default/lab' },
      { ref: 'domain:default/sales', owner: 'group:default/sales' },
      { ref: 'domain:default/bare' },
    ],
  }),
  centralTeams: ['group:default/bi'],
  centralStores: ['component:default/warehouse'],
  goals: noGoals,
};

export function describeProduct(
  changes: Partial<ProductDescription> = {},
): ProductDescription {
  return {
    ref: 'dataproduct:default/orders',
    name: 'orders',
    tags: [],
    annotations: [],
    hasDocs: false,
    owner: 'group:default/lab-data',
    domains: ['domain:default/diagnostics'],
    personas: [],
    outputPorts: [],
    declaresInputs: false,
    inputs: [],
    initiatives: [],
    access: { howTo: false, approver: false, open: false },
    supportChannels: 0,
    privacy: { retention: false, legalBasis: false, masking: false },
    terms: 0,
    serviceLevels: [],
    ...changes,
  };
}

/** With evidence as it was recorded. */
export type Recorded<Context> = {
  [Name in keyof Context]?: Name extends 'evidence' | 'ownerEvidence'
    ? readonly EvidenceRecord[]
    : Context[Name];
};

export function contextOf(
  product: Partial<ProductDescription> = {},
  {
    evidence = [],
    ownerEvidence = [],
    ...changes
  }: Recorded<Omit<ProductContext, 'product' | 'consumerAnswers'>> = {},
): ProductContext {
  return {
    mesh,
    product: describeProduct(product),
    contracts: {},
    uses: [],
    initiativesOfUsers: [],
    sharedAddresses: [],
    sourceSharedWith: [],
    similar: [],
    productsOfOwner: 0,
    evidence: pickEvidence(evidence, TODAY),
    consumerAnswers: evidenceByAuthor('consumers.stillUsing', evidence, TODAY),
    ownerEvidence: pickEvidence(ownerEvidence, TODAY),
    ...changes,
  };
}

export function contractOf(
  changes: Partial<ContractFacts> = {},
): ContractFacts {
  return {
    fields: [],
    explainedFields: 0,
    businessKeys: [],
    classifications: [],
    qualityRules: 0,
    serviceLevels: [],
    supportChannels: 0,
    ...changes,
  };
}

export function evidenceOf(
  key: string,
  value: unknown,
  changes: Partial<EvidenceRecord> = {},
): EvidenceRecord {
  return {
    key,
    value,
    observedAt: `${TODAY}T06:00:00Z`,
    way: 'push',
    source: 'pipeline',
    ...changes,
  };
}

/** A port with a contract of this name. */
export function portWith(contract?: string, address?: string) {
  return {
    name: 'port',
    type: 'sql',
    address,
    contract: contract
      ? { ref: `api:default/${contract}`, isElsewhere: false }
      : undefined,
  };
}

export function domainContextOf({
  evidence = [],
  ...changes
}: Recorded<DomainContext> = {}): DomainContext {
  return {
    mesh,
    ref: 'domain:default/diagnostics',
    owner: 'group:default/lab',
    annotations: {},
    products: [],
    faults: [],
    expiredWaivers: 0,
    usedDomains: [],
    servedDomains: [],
    evidence: pickEvidence(evidence, TODAY),
    ...changes,
  };
}
