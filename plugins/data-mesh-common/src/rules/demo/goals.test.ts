import { factsOfProduct } from '../facts';
import { DemoMesh } from './__testUtils__/DemoMesh';
import { day, nameOf } from './__testUtils__/readDemo';

describe('the goals of the demo', () => {
  const demo = new DemoMesh();

  it.each<[string, number, number, number, string | undefined]>([
    ['diagnostics', 1, 0, 2, day(-420)],
    ['patient-services', 1, 0, 2, undefined],
    ['supply-chain', 1, 0, 2, undefined],
    ['clinical-research', 1, 1, 0, undefined],
    ['finance', 1, 1, 0, undefined],
    ['commercial', 0, 0, 0, undefined],
  ])('%s', (domain, goals, stale, moving, provenAt) => {
    expect(demo.mesh.goals.ofDomain(`domain:default/${domain}`)).toEqual({
      goals,
      withParent: goals,
      active: goals,
      measured: goals,
      stale,
      moving,
      provenAt,
    });
  });

  it('are those that its products lead to', () => {
    const ledTo = demo.products.flatMap(({ ref }) => {
      const { active, living } = factsOfProduct(demo.contextOf(ref)).goals;
      return active === 1 && living === 1
        ? []
        : [[nameOf(ref), active, living]];
    });

    expect(ledTo.sort()).toEqual([
      ['customer-accounts', 0, 0],
      ['invoice-ledger', 1, 0],
      ['patient-appointments', 2, 2],
      ['regional-sales-extract', 0, 0],
      ['regulatory-evidence', 1, 0],
      ['sales-orders', 0, 0],
      ['shipments', 2, 1],
      ['site-feasibility', 1, 0],
      ['trial-enrolment', 1, 0],
      ['trial-sites', 1, 0],
    ]);
  });
});
