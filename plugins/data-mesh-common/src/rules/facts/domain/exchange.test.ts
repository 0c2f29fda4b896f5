import { contextOf, domainContextOf } from '../__testUtils__/contexts';
import { DomainContext } from '../DomainContext';
import { factsOfProduct } from '../product';
import { exchangeFacts } from './exchange';

const drawingFrom = (...owners: (string | undefined)[]) => ({
  facts: factsOfProduct(contextOf()),
  statuses: {},
  inputs: owners.map(owner => ({ owner })),
});

describe('exchangeFacts', () => {
  it('counts each input of each product', () => {
    const products = [
      drawingFrom('group:default/bi', 'group:default/lab', undefined),
      drawingFrom('group:default/bi'),
    ];

    expect(exchangeFacts(domainContextOf({ products })).inputs).toEqual({
      centralShare: 0.5,
    });
    expect(exchangeFacts(domainContextOf()).inputs.centralShare).toBeNull();
  });

  it('counts other domains once', () => {
    expect(
      exchangeFacts(
        domainContextOf({
          usedDomains: ['domain:default/diagnostics', 'domain:default/sales'],
          servedDomains: ['domain:default/sales', 'domain:default/sales', 'x'],
        }),
      ).exchange,
    ).toEqual({ usesDomains: 1, servesDomains: 2 });
  });

  it('finds the oldest open point to be sorted out now', () => {
    const facts = exchangeFacts(
      domainContextOf({
        faults: [
          { severity: 'high', since: '2026-02-27' },
          { severity: 'high', since: '2026-02-01' },
          { severity: 'medium', since: '2025-02-01' },
        ],
        expiredWaivers: 2,
      }),
    );

    expect(facts.faults.oldestHighDays).toBe(28);
    expect(facts.waivers.expired).toBe(2);
    expect(exchangeFacts(domainContextOf()).faults.oldestHighDays).toBe(0);
  });

  it('does not know the age of what was open before it was measured', () => {
    const oldest = (...faults: DomainContext['faults']) =>
      exchangeFacts(domainContextOf({ faults })).faults.oldestHighDays;

    expect(oldest({ severity: 'high' })).toBeNull();
    expect(
      oldest({ severity: 'high', since: '2026-02-27' }, { severity: 'high' }),
    ).toBeNull();
    expect(
      oldest({ severity: 'high', since: '2026-02-27' }, { severity: 'low' }),
    ).toBe(2);
  });
});
