import { performance } from 'node:perf_hooks';
import { median } from './measure';
import { Portal } from './portal';

const ITEMS_A_REQUEST = 500;
const LONGEST_MS = 10 * 60 * 1000;
const RULE = 'promises-kept';

type Item = { product: number; key: string; value: boolean | number };

/**
 * One product in ten is known to keep its promises and passes its tests, so
 * that the rules that ask for it have something to read.
 */
export async function tellSomeEvidence(
  portal: Portal,
  products: number,
): Promise<void> {
  const items = Array.from(
    { length: Math.ceil(products / 10) },
    (_, i): Item[] => [
      { product: i * 10, key: 'promises.kept', value: true },
      { product: i * 10, key: 'quality.passed', value: true },
      { product: i * 10, key: 'usage.last30Days', value: i % 50 },
    ],
  ).flat();
  for (let i = 0; i < items.length; i += ITEMS_A_REQUEST) {
    await put(portal, items.slice(i, i + ITEMS_A_REQUEST));
  }
}

/** Seconds from one piece of evidence to the result that follows from it. */
export async function secondsUntilVisible(portal: Portal): Promise<number> {
  const seconds: number[] = [];
  for (const value of [false, true, false]) {
    const start = performance.now();
    await put(portal, [{ product: 0, key: 'promises.kept', value }]);
    const wanted = value ? 'pass' : 'fail';
    while ((await statusOf(portal)) !== wanted) {
      if (performance.now() - start > LONGEST_MS) {
        throw new Error(`${RULE} did not come to ${wanted}`);
      }
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
    seconds.push((performance.now() - start) / 1000);
  }
  return median(seconds);
}

async function statusOf(portal: Portal): Promise<string | undefined> {
  const { items } = await portal.get(
    '/api/data-mesh/results/by-entity/dataproduct/default/product-0',
  );
  return items
    .flatMap((item: { results: { rule: string; status: string }[] }) => [
      ...item.results,
    ])
    .find((result: { rule: string }) => result.rule === RULE)?.status;
}

async function put(portal: Portal, items: readonly Item[]): Promise<void> {
  const observedAt = new Date().toISOString();
  const { items: outcomes } = await portal.put('/api/data-mesh/evidence', {
    items: items.map(({ product, key, value }) => ({
      entityRef: `dataproduct:default/product-${product}`,
      key,
      value,
      observedAt,
      source: 'bench',
    })),
  });
  const refused = outcomes.find(
    ({ status }: { status: string }) => status === 'refused',
  );
  if (refused) {
    throw new Error(`Evidence was refused: ${refused.problem}`);
  }
}
