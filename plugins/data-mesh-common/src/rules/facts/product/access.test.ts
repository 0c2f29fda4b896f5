import { contextOf, contractOf, portWith } from '../__testUtils__/contexts';
import { accessFacts } from './access';

describe('accessFacts', () => {
  it('reads access and privacy', () => {
    const facts = accessFacts(
      contextOf({
        access: { howTo: true, approver: false, open: true },
        privacy: { retention: true, legalBasis: false, masking: true },
      }),
    );

    expect(facts.access).toEqual({
      saysHow: true,
      hasApprover: false,
      isOpen: true,
    });
    expect(facts.privacy).toEqual({
      saysRetention: true,
      saysLegalBasis: false,
      saysMasking: true,
    });
  });

  const answer = { property: 'supportResponseTime', value: '4' };

  it.each([
    ['nothing', {}, {}, false, false],
    [
      'the file',
      { supportChannels: 1, serviceLevels: [answer] },
      {},
      true,
      true,
    ],
    [
      'the contract',
      {},
      { supportChannels: 1, serviceLevels: [answer] },
      true,
      true,
    ],
    ['both', { supportChannels: 1 }, { serviceLevels: [answer] }, true, true],
    ['no time', {}, { supportChannels: 1 }, true, false],
  ])('support: %s', (_, product, contract, hasChannel, hasResponseTime) => {
    const facts = accessFacts(
      contextOf(
        { ...product, outputPorts: [portWith('a')] },
        { contracts: { 'api:default/a': contractOf(contract) } },
      ),
    );

    expect(facts.support).toEqual({ hasChannel, hasResponseTime });
  });

  it.each([
    [undefined, { isNamed: false, hasEnd: false, daysLeft: null }],
    [{ run: 'IT' }, { isNamed: true, hasEnd: false, daysLeft: null }],
    [
      { run: 'IT', until: '2026-03-31' },
      { isNamed: true, hasEnd: true, daysLeft: 30 },
    ],
    [
      { run: 'IT', until: 'some day' },
      { isNamed: true, hasEnd: true, daysLeft: null },
    ],
  ])('funding %j', (funding, expected) => {
    expect(accessFacts(contextOf({ funding })).funding).toEqual(expected);
  });
});
