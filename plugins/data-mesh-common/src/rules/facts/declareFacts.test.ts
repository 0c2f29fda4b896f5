import { FactDeclarations, FactsOf, declareFacts, fact } from './declareFacts';

const yes = fact({
  type: 'bool',
  description: 'A team that is in the catalog owns it',
  source: 'catalog',
  example: true,
});

describe('declareFacts', () => {
  it('gives the type of the facts, nested by the dots', () => {
    const declared = declareFacts({
      'owner.exists': yes,
      'owner.group.members': fact({
        type: 'int',
        description: 'Members of the group that owns it',
        source: 'catalog',
        example: 4,
      }),
      'product.tags': fact({
        type: 'list<string>',
        description: 'Tags',
        source: 'catalog',
        example: ['lab'],
      }),
    });
    const facts: FactsOf<typeof declared> = {
      owner: { exists: null, group: { members: 3 } },
      product: { tags: ['a'] },
    };
    // @ts-expect-error a number is no text
    facts.product.tags = [1];
    // @ts-expect-error there is no such fact
    expect(facts.owner.kind).toBeUndefined();
    expect(Object.keys(declared)).toHaveLength(3);
  });

  it.each<[string, FactDeclarations, string]>([
    ['a name without a group', { exists: yes }, '“exists” is no name'],
    ['a name that is not in camel case', { 'owner.is-there': yes }, 'is-there'],
    ['a word of the language', { 'type.known': yes }, 'start with “type”'],
    ['the parameters of a set', { 'param.share': yes }, 'start with “param”'],
    [
      'a fact that is a group',
      { 'owner.group': yes, 'owner.group.size': yes },
      '“owner.group.size” makes it a group',
    ],
  ])('refuses %s', (_case, declarations, message) => {
    expect(() => declareFacts(declarations)).toThrow(message);
  });
});
