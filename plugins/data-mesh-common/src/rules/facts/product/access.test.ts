import {
  contextOf,
  contractOf,
  evidenceOf,
  portWith,
} from '../__testUtils__/contexts';
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

  const until = '2026-02-10';

  it.each<
    [
      string,
      boolean,
      string,
      ReturnType<typeof accessFacts>['funding'],
      { run: string; until?: string } | undefined,
    ]
  >([
    [
      'pays, as the file does not say',
      true,
      '2026-02-20',
      { isNamed: true, hasEnd: false, daysLeft: null },
      undefined,
    ],
    [
      'pays no more, whatever the file says',
      false,
      '2026-02-20',
      { isNamed: false, hasEnd: false, daysLeft: null },
      { run: 'IT' },
    ],
    [
      'goes on after its end',
      true,
      '2026-02-20T09:00:00.000Z',
      { isNamed: true, hasEnd: false, daysLeft: null },
      { run: 'IT', until },
    ],
    [
      'pays, before the end that came',
      true,
      '2026-02-01',
      { isNamed: true, hasEnd: true, daysLeft: -19 },
      { run: 'IT', until },
    ],
    [
      'paid more than a year ago',
      true,
      '2025-02-01',
      { isNamed: false, hasEnd: false, daysLeft: null },
      undefined,
    ],
  ])('funding: somebody %s', (_, value, observedAt, expected, funding) => {
    const evidence = [evidenceOf('funding.goesOn', value, { observedAt })];
    expect(accessFacts(contextOf({ funding }, { evidence })).funding).toEqual(
      expected,
    );
  });
});
