import fc from 'fast-check';
import { link } from '../../../testing/products';
import { HandOverFacts, proposalsFor, Team } from './proposals';

const team = (name: string, people: number): [string, Team] => {
  const ref = `group:default/${name}`;
  const members = Array.from({ length: people }, (_, n) => `user:default/${n}`);
  return [ref, { ref, title: name, members }];
};
const domain = link('domain:default/patient-services', 'Patient services');

/** As patient-360 of the demo: a central team owns it. */
const facts: HandOverFacts = {
  owner: 'group:default/bi-centre',
  productOwner: link('user:default/viktor', 'Viktor'),
  ownerPerson: undefined,
  domain,
  domainOwners: ['group:default/unit'],
  domainTeams: [
    'group:default/unit',
    'group:default/access',
    'group:default/clinics',
  ],
  teamsOfProductOwner: ['group:default/bi-centre'],
  teamsOfOwnerPerson: [],
  users: [
    { team: 'group:default/access', purpose: 'call patients', state: 'active' },
    { team: 'group:default/access', state: 'intended' },
    { team: 'group:default/trials', state: 'active' },
    { team: 'group:default/gone', state: 'active' },
  ],
  inputs: [
    {
      entity: link('dataproduct:default/appointments', 'Appointments'),
      owner: 'group:default/access',
    },
    {
      entity: link('dataproduct:default/results', 'Results'),
      owner: 'group:default/lab',
    },
  ],
  teams: new Map([
    team('bi-centre', 7),
    team('unit', 1),
    team('access', 5),
    team('clinics', 6),
    team('trials', 3),
    team('lab', 4),
  ]),
};

describe('proposals', () => {
  it('put the team of the domain first whose outcome and process it is', () => {
    const [first, ...others] = proposalsFor(facts);
    expect(first).toEqual({
      team: facts.teams.get('group:default/access'),
      inDomain: true,
      reasons: {
        outcome: [{ kind: 'uses', purpose: 'call patients' }],
        process: [{ kind: 'input', inputs: [facts.inputs[0].entity] }],
      },
      besides: [{ kind: 'inDomain', domain }],
    });
    expect(others.map(({ team: { title } }) => title)).toEqual([
      // of the domain: one answers nothing, the other is one person
      'clinics',
      'unit',
      // of other domains
      'trials',
      'lab',
    ]);
  });

  it('name the teams of the person who owns it now, and who decides', () => {
    const [first] = proposalsFor({
      ...facts,
      owner: 'user:default/leo',
      ownerPerson: link('user:default/leo', 'Leo'),
      productOwner: link('user:default/leo', 'Leo'),
      teamsOfOwnerPerson: ['group:default/clinics'],
      teamsOfProductOwner: ['group:default/clinics'],
      users: [],
      inputs: [],
    });
    expect(first.team.title).toBe('clinics');
    expect(Object.keys(first.reasons)).toEqual(['process', 'decision']);
  });

  it('are none where nothing is known', () => {
    expect(
      proposalsFor({
        ...facts,
        domain: undefined,
        domainOwners: [],
        domainTeams: [],
        users: [],
        inputs: [],
        teamsOfProductOwner: [],
      }),
    ).toEqual([]);
  });

  it('never hold the present owner, a team twice or one that is not there', () => {
    const refs = [...facts.teams.keys(), 'group:default/gone'];
    const some = fc.array(fc.constantFrom(...refs), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom(...refs),
        some,
        some,
        some,
        (owner, users, inputs, domainTeams) => {
          const found = proposalsFor({
            ...facts,
            owner,
            domainTeams,
            domainOwners: domainTeams.slice(0, 1),
            users: users.map(ref => ({ team: ref, state: 'active' as const })),
            inputs: inputs.map(ref => ({ entity: domain, owner: ref })),
          }).map(proposal => proposal.team.ref);
          expect(found).not.toContain(owner);
          expect(found).not.toContain('group:default/gone');
          expect(new Set(found).size).toBe(found.length);
        },
      ),
    );
  });
});
