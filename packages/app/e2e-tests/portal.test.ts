import { Page } from '@playwright/test';
import { expect, screenshot, signInAs, tab, test } from './support';

const LAB_ORDERS = '/catalog/default/dataproduct/lab-orders';

test('documentation is there, without Python', async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, 'Liam', LAB_ORDERS);
  // Before that, TechDocs logs what it does not find
  await expect
    .poll(() => documentationIsIndexed(page), { timeout: 90_000 })
    .toBe(true);

  await tab(page, 'Docs').click();

  await expect(
    page.getByRole('heading', { name: 'Moving from version 1' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Good to know' })).toBeVisible();
  await screenshot(page, 'docs');
});

test('without documentation there is no Docs tab', async ({ page }) => {
  await signInAs(page, 'Liam', '/catalog/default/domain/diagnostics');

  await expect(tab(page, 'Overview')).toBeVisible();
  await expect(tab(page, 'Docs')).toHaveCount(0);
});

test('the stock graph shows who answers for a product and who uses it', async ({
  page,
}) => {
  await signInAs(page, 'Liam', LAB_ORDERS);

  const relations = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Relations' }) });
  for (const name of ['Tomas Reyes', 'Elin Strand', 'Patient access']) {
    await expect(relations.getByText(name)).toBeVisible();
  }
});

test('only who owns an entity is offered to change it', async ({ page }) => {
  const refresh = page.getByRole('button', { name: /refresh/i });
  const unregister = page.getByRole('menuitem', { name: /unregister/i });

  await signInAs(page, 'Tomas', LAB_ORDERS);
  await expect(refresh).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(unregister).not.toHaveAttribute('aria-disabled', 'true');

  await page.goto('/catalog/default/dataproduct/shipments');
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(unregister).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await expect(refresh).toHaveCount(0);
});

test('the platform owner sees that nothing was refused', async ({ page }) => {
  await signInAs(page, 'Jonas');

  await page.getByRole('link', { name: 'Unprocessed' }).click();

  await expect(page.getByText('No failed entities found')).toBeVisible();
  await screenshot(page, 'unprocessed-entities');
});

/** Some seconds after a start it is built, then the search learns of it. */
async function documentationIsIndexed(page: Page) {
  const session = await page.request.get('/api/auth/demo/refresh', {
    headers: { 'x-demo-person': 'user:default/liam.byrne' },
  });
  const { token } = (await session.json()).backstageIdentity;
  const found = await page.request.get(
    '/api/search/query?types[0]=techdocs&term=Moving',
    { headers: { authorization: `Bearer ${token}` } },
  );
  return found.ok() && (await found.json()).results.length > 0;
}
