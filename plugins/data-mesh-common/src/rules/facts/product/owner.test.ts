import { contextOf } from '../__testUtils__/contexts';
import { ownerFacts } from './owner';

const unknown = { type: null, members: null, isInDomain: null };

describe('ownerFacts', () => {
  it.each([
    [
      'a team of the domain',
      'group:default/lab-data',
      { exists: true, kind: 'Group', members: 2, isInDomain: true },
    ],
    [
      'the unit above, with the people below it',
      'group:default/lab',
      { members: 3, isInDomain: true, isCentral: false },
    ],
    [
      'a team of another domain',
      'group:default/sales-data',
      { members: 1, isInDomain: false, isInOtherDomain: true },
    ],
    [
      'a central team, of no domain',
      'group:default/bi',
      { isCentral: true, isInDomain: false, isInOtherDomain: false },
    ],
    [
      'a person',
      'user:default/ann',
      { ...unknown, exists: true, kind: 'User', isInOtherDomain: false },
    ],
    [
      'a group that is gone',
      'group:default/gone',
      { ...unknown, exists: false, kind: 'Group' },
    ],
    [
      'nobody',
      undefined,
      { ...unknown, exists: false, kind: '', isInOtherDomain: false },
    ],
  ])('%s', (_, owner, expected) => {
    expect(ownerFacts(contextOf({ owner })).owner).toMatchObject(expected);
  });

  it('cannot tell for a domain without an owner', () => {
    const domains = ['domain:default/bare'];

    expect(ownerFacts(contextOf({ domains })).owner).toMatchObject({
      isInDomain: null,
      isInOtherDomain: null,
    });
  });
});
