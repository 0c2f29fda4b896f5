import { fineMeasures, today, TreeBuilder } from '../__testUtils__/trees';
import { standingsOf } from '../measures/standingOf';
import { rollUpsOf } from '../rollUp';
import { hintsOf } from './hintsOf';

/** Ten times the largest tree that is expected, in one domain for each goal. */
function largeTree(goals: number) {
  const tree = new TreeBuilder().add('vision', 'V');
  const measures = [...fineMeasures, fineMeasures[1]];
  for (let goal = 0; goal < goals; goal++) {
    tree.add('goal', `G${goal}`, 'V', {
      domain: `domain:default/d${goal}`,
      measures,
    });
    for (let bet = 0; bet < 3; bet++) {
      const id = `G${goal}-B${bet}`;
      tree.add('bet', id, `G${goal}`, { stopRule: 'x', measures });
      tree.add('initiative', `${id}-I1`, id, {
        useCases: ['x'],
        measures,
        links: { products: [`dataproduct:default/p${goal}`] },
      });
      tree.add('initiative', `${id}-I2`, id, { useCases: ['x'], measures });
    }
  }
  return tree.build();
}

it('looks through 30,000 nodes and 90,000 measures without searching', () => {
  const tree = largeTree(3000);
  const products = Array.from({ length: 3000 }, (_, at) => ({
    ref: `dataproduct:default/p${at}`,
    domain: `domain:default/d${at}`,
    inputs: [`dataproduct:default/p${at + 1}`],
  }));
  expect(tree.measures).toHaveLength(90_000);

  const started = performance.now();
  const standings = standingsOf(tree, today);
  const hints = hintsOf(tree, { today, products, standings });
  const rollUps = rollUpsOf(tree, standings);
  const took = performance.now() - started;

  expect(rollUps.get('V')?.counts).toEqual({ 'on-track': 3000 });
  expect(new Set(hints.map(({ code }) => code))).toEqual(
    new Set(['initiative-without-product', 'no-backlog']),
  );
  // A search for each would take minutes.
  expect(took).toBeLessThan(10_000);
});
