import { DemoMesh } from './__testUtils__/DemoMesh';
import { evaluateDemo } from './__testUtils__/evaluateDemo';
import { DAY_ZERO } from './__testUtils__/readDemo';

const REF = 'dataproduct:default/no-show-risk';

function levelOf(demo: DemoMesh): string | undefined {
  const maturity = evaluateDemo(demo).products.get(REF)?.maturity;
  return ['Listed', 'Owned', 'Usable', 'Trusted', 'Valued'][
    maturity?.level ?? -1
  ];
}

describe('the answer of an owner', () => {
  it('takes the place of a measurement that is outdated', () => {
    const demo = new DemoMesh();
    expect(levelOf(demo)).toBe('Usable');

    const known = demo.evidence.get(REF) ?? [];
    demo.evidence.set(REF, [
      ...known,
      {
        key: 'promises.kept',
        value: true,
        observedAt: DAY_ZERO,
        way: 'portal',
        source: 'user:default/yusuf.demir',
      },
    ]);
    expect(levelOf(demo)).toBe('Valued');
  });
});
