import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { domainAnnotations, readDomainAnnotation } from '../../evidence';
import { DomainContext } from '../DomainContext';
import { fact, FactsOf } from '../declareFacts';

export const peopleDeclarations = {
  'owner.exists': fact({
    type: 'bool',
    description: 'A group or person that its owner leads to is in the catalog',
    source: 'catalog',
    example: true,
  }),
  'owner.kind': fact({
    type: 'string',
    description: 'Group or User',
    note: 'Empty when no owner is named.',
    source: 'catalog file',
    example: 'Group',
  }),
  'people.hasDomainOwner': fact({
    type: 'bool',
    description: `The domain owner is a person in the catalog (${domainAnnotations.domainOwner.key})`,
    source: 'annotation, catalog',
    example: true,
  }),
  'people.hasDataLead': fact({
    type: 'bool',
    description: `The data lead is a person in the catalog (${domainAnnotations.dataLead.key})`,
    source: 'annotation, catalog',
    example: true,
  }),
  'boundary.length': fact({
    type: 'int',
    description: `Characters in which its boundary is stated (${domainAnnotations.boundary.key})`,
    note: `0 when it is not.`,
    source: 'annotation',
    example: 240,
  }),
  'governance.hasRepresentative': fact({
    type: 'bool',
    description:
      'Somebody of the domain is a member of the governance group, or the domain says so',
    source: 'configuration, catalog, answers',
    example: true,
  }),
};

/** Who leads the domain and speaks for it. */
export function peopleFacts(
  context: DomainContext,
): FactsOf<typeof peopleDeclarations> {
  const { mesh, owner, annotations } = context;
  const { organisation } = mesh;
  const isPerson = (name: 'domainOwner' | 'dataLead') => {
    const ref = readDomainAnnotation(annotations, name);
    return ref !== undefined && organisation.hasUser(fullRef(ref));
  };
  return {
    owner: {
      exists:
        organisation.group(owner) !== undefined || organisation.hasUser(owner),
      kind: kindOf(owner),
    },
    people: {
      hasDomainOwner: isPerson('domainOwner'),
      hasDataLead: isPerson('dataLead'),
    },
    boundary: {
      length: readDomainAnnotation(annotations, 'boundary')?.length ?? 0,
    },
    governance: { hasRepresentative: hasRepresentative(context) },
  };
}

function hasRepresentative({
  mesh,
  owner,
  evidence,
}: DomainContext): boolean | null {
  const answer = evidence['governance.representative']?.value as
    | boolean
    | undefined;
  const { organisation, governanceGroup } = mesh;
  if (!organisation.group(governanceGroup)) {
    return answer ?? null;
  }
  const own = owner ? organisation.peopleOf(owner) : new Set<string>();
  const members = organisation.peopleOf(governanceGroup as string);
  return answer === true || [...members].some(person => own.has(person));
}

function kindOf(ref: string = ''): string {
  if (ref.startsWith('user:')) {
    return 'User';
  }
  return ref.startsWith('group:') ? 'Group' : '';
}

function fullRef(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'User' }));
}
