import { setTimeout } from 'node:timers/promises';
import { FullConfig } from '@playwright/test';

const PRODUCTS = 19;
const PATIENCE_MS = 3 * 60_000;

/**
 * Waits until the portal knows the demo's people and all of its products, and
 * has judged them. A backend says that it is ready before its catalog has read
 * anything.
 */
export default async function portalReady(config: FullConfig) {
  const { baseURL } = config.projects[0].use;
  const giveUpAt = Date.now() + PATIENCE_MS;
  let state = 'the portal does not answer';
  while (Date.now() < giveUpAt) {
    state = await stateOf(`${baseURL}`).catch(String);
    if (state === 'ready') {
      return;
    }
    await setTimeout(1000);
  }
  throw new Error(`The portal did not fill in time: ${state}`);
}

async function stateOf(baseUrl: string): Promise<string> {
  const signIn = await fetch(
    `${baseUrl}/api/auth/demo/refresh?env=development`,
    { headers: { 'x-demo-person': 'user:default/jonas.lindqvist' } },
  );
  if (!signIn.ok) {
    return `signing in answers ${signIn.status}`;
  }
  const { backstageIdentity } = await signIn.json();
  const get = async (path: string) => {
    const response = await fetch(`${baseUrl}/api/data-mesh/${path}`, {
      headers: { authorization: `Bearer ${backstageIdentity.token}` },
    });
    if (!response.ok) {
      throw new Error(`${path} answers ${response.status}`);
    }
    return response.json();
  };
  const { items, total } = await get('products');
  const ownerless = items.filter(
    (item: { owner?: { exists: boolean } }) => !item.owner?.exists,
  );
  // One product is owned by a team that does not exist, on purpose.
  if (total !== PRODUCTS || ownerless.length > 1) {
    return `${total} of ${PRODUCTS} data products, ${ownerless.length} without a known owner`;
  }
  const results = await get('results?limit=1');
  return results.total === PRODUCTS
    ? 'ready'
    : `results of ${results.total} of ${PRODUCTS} data products`;
}
