/* eslint-disable @backstage/no-relative-monorepo-imports -- the demo is read by one reader for both packages, which no adopter needs */
import { DemoMesh } from '../../../data-mesh-common/src/rules/demo/__testUtils__/DemoMesh';
import { sharedKeys } from '../../../data-mesh-common/src/rules/demo/__testUtils__/DemoMesh';
import { evaluateDemo } from '../../../data-mesh-common/src/rules/demo/__testUtils__/evaluateDemo';
import {
  readDemoEntities,
  readDemoEvidence,
  readDemoWaivers,
} from '../../../data-mesh-common/src/rules/demo/__testUtils__/readDemo';
import { plantDemoTree } from './demoTree';
import { FakeEvidence, FakeWaivers } from './results';
import { FakeRuleSets } from './ruleSets';

export { evaluateDemo, plantDemoTree, readDemoEntities };

/**
 * The demo organisation as its portal is set up. Its value tree is in the
 * database, see {@link plantDemoTree}.
 */
export function demoSetUp() {
  const { mesh } = new DemoMesh();
  const evidence = new FakeEvidence();
  readDemoEvidence().forEach((records, ref) =>
    evidence.records.set(ref, records),
  );
  const waivers = new FakeWaivers();
  readDemoWaivers().forEach(({ entity, ...waiver }, index) =>
    waivers.granted.set(entity, [
      ...(waivers.granted.get(entity) ?? []),
      { ...waiver, id: `waiver-${index}`, ruleSet: 'data-product-maturity' },
    ]),
  );
  const ruleSets = new FakeRuleSets();
  ruleSets.takeDefault('data-product-maturity', {
    phase: 'scale',
    parameters: { sharedKeys },
  });
  ruleSets.takeDefault('ownership-faults', { phase: 'scale' });
  ruleSets.takeDefault('domain-maturity', { phase: 'scale' });
  const { centralTeams, centralStores, governanceGroup } = mesh;
  return {
    entities: readDemoEntities(),
    evidence,
    waivers,
    ruleSets,
    config: {
      centralTeams: [...centralTeams],
      centralStores: [...centralStores],
      governanceGroup,
    },
  };
}
