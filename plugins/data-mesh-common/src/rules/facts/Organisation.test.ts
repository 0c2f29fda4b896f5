import { Organisation } from './Organisation';

const group = (ref: string, parent?: string, ...members: string[]) => ({
  ref: `group:default/${ref}`,
  parent: parent && `group:default/${parent}`,
  members: members.map(name => `user:default/${name}`),
});

const organisation = new Organisation({
  groups: [
    group('root'),
    group('lab', 'root', 'ann'),
    group('lab-data', 'lab', 'bo', 'cy'),
    group('sales', 'root'),
    group('round', 'about'),
    group('about', 'round', 'dee'),
  ],
  users: ['ann', 'bo', 'cy', 'dee'].map(name => `user:default/${name}`),
  domains: [
    { ref: 'domain:default/diagnostics', owner: 'group:default/lab' },
    { ref: 'domain:default/sales', owner: 'group:default/sales' },
    { ref: 'domain:default/lost', owner: 'group:default/gone' },
    { ref: 'domain:default/bare' },
  ],
});

describe('Organisation', () => {
  it.each([
    ['lab', 'diagnostics', true],
    ['lab-data', 'diagnostics', true],
    ['sales', 'diagnostics', false],
    ['root', 'diagnostics', false],
    ['nobody', 'diagnostics', false],
    ['round', 'diagnostics', false],
    ['lab', 'lost', undefined],
    ['lab', 'bare', undefined],
    ['lab', 'nowhere', undefined],
  ])('tells whether %s belongs to %s', (name, domain, expected) => {
    expect(
      organisation.belongsTo(
        `group:default/${name}`,
        `domain:default/${domain}`,
      ),
    ).toBe(expected);
  });

  it('counts the people of groups below', () => {
    expect([...organisation.peopleOf('group:default/lab')]).toEqual([
      'user:default/ann',
      'user:default/bo',
      'user:default/cy',
    ]);
    expect([...organisation.peopleOf('group:default/round')]).toEqual([
      'user:default/dee',
    ]);
    expect(organisation.peopleOf('group:default/nobody').size).toBe(0);
  });

  it('knows the domains of a group', () => {
    expect(organisation.domainsOf('group:default/lab-data')).toEqual([
      'domain:default/diagnostics',
    ]);
    expect(organisation.domainsOf('group:default/root')).toEqual([]);
  });
});
