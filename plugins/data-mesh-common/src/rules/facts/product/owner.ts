import { fact, FactsOf } from '../declareFacts';
import { isCentral } from '../MeshContext';
import { ProductContext } from '../ProductContext';

export const ownerDeclarations = {
  'owner.exists': fact({
    type: 'bool',
    description: 'A group or person that its owner leads to is in the catalog',
    source: 'catalog',
    example: true,
  }),
  'owner.ref': fact({
    type: 'string',
    description: 'Its owner, as written',
    note: 'Empty when none is named.',
    source: 'catalog file',
    example: 'group:default/team-lab-data',
  }),
  'owner.kind': fact({
    type: 'string',
    description: 'Group or User',
    note: 'Empty when no owner is named.',
    source: 'catalog file',
    example: 'Group',
  }),
  'owner.type': fact({
    type: 'string',
    description: 'Type of the group that owns it',
    note: 'Not known of a person.',
    source: 'catalog',
    example: 'team',
  }),
  'owner.members': fact({
    type: 'int',
    description: 'People in the group that owns it, groups below included',
    note: 'Not known of a person.',
    source: 'catalog',
    example: 4,
  }),
  'owner.isCentral': fact({
    type: 'bool',
    description: 'The group that owns it is in the list of central teams',
    source: 'configuration',
    example: false,
  }),
  'owner.isInDomain': fact({
    type: 'bool',
    description:
      'The group that owns it is the owner of its domain or below it',
    note: 'Not known while the domain has no owner.',
    source: 'catalog',
    example: true,
  }),
  'owner.isInOtherDomain': fact({
    type: 'bool',
    description: 'The group that owns it belongs to another domain only',
    source: 'catalog',
    example: false,
  }),
};

/** Who answers for the product. */
export function ownerFacts({
  product,
  mesh,
}: ProductContext): FactsOf<typeof ownerDeclarations> {
  const { organisation } = mesh;
  const { owner = '' } = product;
  const group = organisation.group(owner);
  const [domain] = product.domains;
  const isInDomain = group && organisation.belongsTo(owner, domain);
  const belongsSomewhere =
    group !== undefined && organisation.domainsOf(owner).length > 0;
  return {
    owner: {
      exists: group !== undefined || organisation.hasUser(owner),
      ref: owner,
      kind: kindOf(owner),
      type: group?.type ?? null,
      members: group ? organisation.peopleOf(owner).size : null,
      isCentral: isCentral(mesh, owner),
      isInDomain: isInDomain ?? null,
      isInOtherDomain:
        belongsSomewhere && isInDomain === undefined
          ? null
          : belongsSomewhere && !isInDomain,
    },
  };
}

function kindOf(ref: string): string {
  if (ref.startsWith('user:')) {
    return 'User';
  }
  return ref.startsWith('group:') ? 'Group' : '';
}
