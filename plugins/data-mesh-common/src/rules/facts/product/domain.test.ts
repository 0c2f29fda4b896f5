import { contextOf } from '../__testUtils__/contexts';
import { domainFacts } from './domain';

describe('domainFacts', () => {
  it.each([
    [
      ['domain:default/diagnostics'],
      { count: 1, exists: true, hasOwnTeams: true },
    ],
    [['domain:default/bare'], { count: 1, exists: true, hasOwnTeams: null }],
    [['domain:default/gone'], { count: 1, exists: false, hasOwnTeams: null }],
    [[], { count: 0, exists: false, hasOwnTeams: null }],
  ])('%j', (domains, expected) => {
    expect(domainFacts(contextOf({ domains })).domain).toMatchObject(expected);
  });

  it.each([
    [undefined, false, null],
    ['domain:default/diagnostics', true, false],
    ['domain:default/sales', true, true],
  ])('a system of %s', (systemDomain, isSystemKnown, systemIsElsewhere) => {
    expect(domainFacts(contextOf({}, { systemDomain })).domain).toMatchObject({
      isSystemKnown,
      systemIsElsewhere,
    });
  });
});
